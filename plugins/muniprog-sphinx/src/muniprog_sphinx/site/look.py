"""The municipality's look on the pages of a site: a style sheet with its colours and fonts, and its logo."""

import muniprog

ENDINGS = {"image/svg+xml": ".svg", "image/png": ".png", "image/jpeg": ".jpg"}


def style_of(look: muniprog.Look) -> bytes:
    """Return the style sheet; what stands in a look is safe in one."""
    lines = [
        f"--accent: {look.accent};",
        f"--bright: color-mix(in srgb, {look.accent} 35%, #ffffff);",
        *([f'--font: "{look.font}";'] if look.font else []),
        *([f'--heading-font: "{look.heading_font}";'] if look.heading_font else []),
    ]
    return f":root {{ {' '.join(lines)} }}\n".encode()


def logo_name(look: muniprog.Look) -> str:
    """Return the path of the logo's file on a site, or nothing where there is no logo."""
    return f"_static/logo{ENDINGS[look.logo.media_type]}" if look.logo is not None else ""
