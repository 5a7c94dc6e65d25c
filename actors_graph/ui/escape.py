"""The one way a text written by somebody else enters a Markdown sentence.

`st.text`, `st.table` and `st.dataframe` show a text as it is and are preferred. Where a sentence
needs emphasis or a widget label takes Markdown, the text passes by `esc_md` first.
"""

from __future__ import annotations

import re
from typing import Final

# ASCII punctuation is what CommonMark lets a backslash protect; a colon starts Streamlit's own
# directives (:red[…], :material/…:), a dollar its formulas.
_PUNCTUATION: Final = re.compile(r"([!-/:-@\[-`{-~])")
# Streamlit turns arrows and dashes into typographic signs; a zero-width break would be copied
# along, an escaped character is not touched.
_BREAKS: Final = re.compile(r"[\r\n\t\v\f\x85\u2028\u2029]+")


def esc_md(text: str) -> str:
    r"""Return a text that Markdown shows exactly as it is written, on one line.

    >>> print(esc_md("Les *Amis* :red[B] <b>"))
    Les \*Amis\* \:red\[B\] \<b\>
    """
    return _PUNCTUATION.sub(r"\\\1", _BREAKS.sub(" ", text)).strip()


def bold(text: str) -> str:
    """Return a text that Markdown shows in bold, exactly as it is written."""
    return f"**{esc_md(text)}**"


def doubted(text: str) -> str:
    """Return a text in bold behind the mark of what is to be looked at."""
    return f":orange[:material/help:] {bold(text)}"
