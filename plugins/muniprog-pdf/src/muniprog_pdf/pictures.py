"""Drawings as the typesetter wants them."""

import re

_ROOT = re.compile(r"<svg\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*(?<!/)>")
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


def _settings(weight: str) -> str:
    return f'{{font-variation-settings:"wght" {weight}}}'
