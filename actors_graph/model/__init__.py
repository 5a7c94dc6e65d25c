"""The model declared once: tables, fields, kinds, change sets, territories."""
