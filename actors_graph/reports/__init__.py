"""What the program gives away as files: workbooks for a spreadsheet.

Every workbook is written by `workbook`, so that no text of anybody becomes a formula or a link.
"""

from __future__ import annotations

from actors_graph.reports.imports import import_report
from actors_graph.reports.workbook import MIME, Column, Sheet, workbook

__all__ = ["MIME", "Column", "Sheet", "import_report", "workbook"]
