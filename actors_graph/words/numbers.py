"""Numbers as a French reader writes them: « 1 014,50 € », « 42 % », « 3,6 ».

Groups of three are parted by a narrow no-break space (U+202F), the unit by a no-break one.
"""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_currency, format_decimal, format_percent

LOCALE = "fr"


def number(value: int) -> str:
    """Return a whole number with its groups.

    >>> number(34875).replace(chr(0x202F), "_")
    '34_875'
    """
    return format_decimal(value, locale=LOCALE)


def decimal(value: float, *, places: int = 1) -> str:
    """Return a number with at most so many decimals, and none that says nothing.

    >>> decimal(3.64), decimal(4.0)
    ('3,6', '4')
    """
    pattern = "#,##0." + "#" * places if places else "#,##0"
    written = format_decimal(value, format=pattern, locale=LOCALE)
    return "0" if written == "-0" else written


def share(value: float) -> str:
    """Return a share (0 to 1) as a whole percentage; never « 0 % » nor « 100 % » by rounding.

    >>> share(0.42).replace(chr(0xA0), "_"), share(0.001).replace(chr(0xA0), "_")
    ('42_%', 'moins de 1_%')
    """
    if 0 < value < 0.01:
        return f"moins de {format_percent(0.01, locale=LOCALE)}"
    if 0.99 < value < 1:
        return f"plus de {format_percent(0.99, locale=LOCALE)}"
    return format_percent(value, locale=LOCALE)


def money(cents: int) -> str:
    """Return an amount kept in cents as euros; the cents are written only where there are some.

    >>> money(101450).replace(chr(0x202F), "_").replace(chr(0xA0), "_")
    '1_014,50_€'
    """
    euros = Decimal(cents) / 100
    if cents % 100:
        return format_currency(euros, "EUR", locale=LOCALE)
    return format_currency(euros, "EUR", format="#,##0\xa0¤", locale=LOCALE, currency_digits=False)
