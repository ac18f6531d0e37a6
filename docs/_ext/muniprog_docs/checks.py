"""Every check that is there, from the checks themselves."""

from muniprog.workspace import plugins


def checks() -> str:
    """Return a section for each check: its code, what it is called, how serious it is, why it exists."""
    found = sorted(plugins().checks.values(), key=lambda check: check.code)
    return "\n".join(
        f"(check-{check.code.lower()})=\n\n### {check.code}: {check.title.spoken('en')}\n\n"
        f"`{check.name}`, {check.severity}\n\n{check.explanation.spoken('en')}\n"
        for check in found
    )
