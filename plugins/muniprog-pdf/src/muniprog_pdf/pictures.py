"""Drawings as the typesetter wants them."""

import re

_ROOT = re.compile(r"<svg\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*(?<!/)>")
_NUMBER = r"(\d+(?:\.\d+)?)"
_SIZE = re.compile(rf"""\s(width|height)\s*=\s*["']{_NUMBER}""")
_VIEW = re.compile(rf"""\sviewBox\s*=\s*["']\s*\S+[\s,]+\S+[\s,]+{_NUMBER}[\s,]+{_NUMBER}""")
_NORMAL = "400"
_WEIGHTS = {"bold": "700", **{str(weight): str(weight) for weight in range(100, 1000, 100)}}


def with_weights(svg: str) -> str:
    """Return a drawing that says how heavy its letters are in the way that works with a font of many weights.

    Letters of normal weight would be drawn in the lightest that the font has, too faint to be read.

    >>> with_weights('<svg width="9"><text>1</text></svg>')[:70]
    '<svg width="9"><style>svg{font-variation-settings:"wght" 400}[font-wei'
    """
    heavier = "".join(f'[font-weight="{name}"]{_settings(weight)}' for name, weight in _WEIGHTS.items())
    return _ROOT.sub(lambda root: f"{root[0]}<style>svg{_settings(_NORMAL)}{heavier}</style>", svg, count=1)


def is_tall(svg: str) -> bool:
    """Return whether a drawing is higher than wide, as far as it says so.

    >>> is_tall('<svg width="680" height="1600">'), is_tall('<svg viewBox="0 0 680 400">'), is_tall("<svg>")
    (True, False, False)
    """
    root = _ROOT.search(svg)
    if root is None:
        return False
    size = {name: float(number) for name, number in _SIZE.findall(root[0])}
    view = _VIEW.search(root[0])
    wide, high = (float(view[1]), float(view[2])) if view is not None else (0.0, 0.0)
    return size.get("height", high) > size.get("width", wide)


def _settings(weight: str) -> str:
    return f'{{font-variation-settings:"wght" {weight}}}'
