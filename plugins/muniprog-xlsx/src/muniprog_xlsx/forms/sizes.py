"""How wide the columns of a form are."""

from muniprog_xlsx.forms.columns import Role, SheetColumn

_WIDTH, _LAST_SHARE, _UNIT_WIDTH = 24.0, 0.8, 12.0
_NARROWEST, _WIDEST = 10.0, 80.0


def width_of(column: SheetColumn) -> float:
    """Return the width of a column, in characters."""
    if column.role is Role.UNIT:
        return _UNIT_WIDTH
    share = _LAST_SHARE if column.role is Role.LAST else 1.0
    return min(max(_WIDTH * column.column.width * share, _NARROWEST), _WIDEST)
