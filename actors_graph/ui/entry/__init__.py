"""The script that Streamlit runs, alone in its folder.

Streamlit takes a folder named `pages` beside its script for pages of its own.
"""
