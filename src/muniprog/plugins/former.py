"""Hooks as they used to be. A plug-in written for them keeps working until a date that it is told.

The tables are empty because nothing has been renamed since the first release; an entry that is added here is
all that a renaming needs.
"""

from collections.abc import Callable, Mapping
from datetime import date

import attrs

from muniprog.messages import Message, message


@attrs.frozen(kw_only=True)
class FormerHook:
    """A hook under the name that it had before.

    Attributes:
        hook: The name that it has now.
        until: The day from which releases of muniprog may drop the former name.
    """

    hook: str
    until: date

    def notice(self, former: str) -> Message:
        """Return what the author of a plug-in that uses the name `former` should know."""
        return message(
            "The hook “{former}” is now called “{hook}”; the former name works until {until}.",
            former=former,
            hook=self.hook,
            until=self.until.isoformat(),
        )


@attrs.frozen(kw_only=True)
class FormerReturn:
    """The form in which a hook returned its contributions before.

    Attributes:
        recognise: Whether what a hook returned has that form.
        adapt: Turns it into the list that is returned now.
        until: The day from which releases of muniprog may refuse the former form.
    """

    recognise: Callable[[object], bool]
    adapt: Callable[[object], object]
    until: date

    def notice(self, hook: str) -> Message:
        """Return what the author of a plug-in that returns the former form should know."""
        return message(
            "The hook “{hook}” now returns a list; the former form works until {until}.",
            hook=hook,
            until=self.until.isoformat(),
        )


@attrs.frozen(kw_only=True)
class Former:
    """All that is former.

    Attributes:
        hooks: Former name of a hook → the hook.
        returns: Hook → the form in which it returned its contributions before.
    """

    hooks: Mapping[str, FormerHook] = attrs.field(factory=dict)
    returns: Mapping[str, FormerReturn] = attrs.field(factory=dict)


FORMER = Former()
"""What has been renamed or reshaped in this version."""
