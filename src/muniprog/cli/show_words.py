"""The words with which `muniprog show` names things."""

import attrs

from muniprog.language import language_name
from muniprog.messages import Message, Spoken, message
from muniprog.model import Action, Goal, Indicator, Owner, Theme
from muniprog.model.indicator import Direction, Measure, Value
from muniprog.model.items import OwnerKind, Role

KINDS: dict[type, Message] = {
    Theme: message("theme"),
    Goal: message("goal"),
    Action: message("action"),
    Indicator: message("indicator"),
    Owner: message("owner"),
}
ROLES: dict[Role, Message] = {Role.PARTNER: message("partner"), Role.CONTACT: message("contact")}
OWNER_KINDS: dict[OwnerKind, Message] = {
    OwnerKind.ORGANISATION: message("organisation"),
    OwnerKind.UNIT: message("unit of an organisation"),
    OwnerKind.GROUP: message("group"),
    OwnerKind.NETWORK: message("network"),
    OwnerKind.ROLE: message("role"),
}
MEASURES: dict[str, Message] = {
    Measure.COUNT: message("number of something"),
    Measure.SHARE: message("share"),
    Measure.RATIO: message("ratio"),
    Measure.MONEY: message("money"),
    Measure.DURATION: message("duration"),
    Measure.SCALE: message("scale"),
    Measure.INDEX: message("index"),
    Measure.MILESTONE: message("milestone: reached or not"),
    Measure.TEXT: message("described in words"),
}
DIRECTIONS: dict[Direction, Message] = {
    Direction.INCREASE: message("more is better"),
    Direction.DECREASE: message("less is better"),
    Direction.KEEP: message("should stay as it is"),
}
NOT_SAID = message("not said")

_IN_LANGUAGE = {"sv": message("in Swedish"), "fi": message("in Finnish"), "en": message("in English")}


@attrs.frozen
class LanguageName:
    """The name of a language, said in any language."""

    code: str

    def spoken(self, language: str) -> str:
        """Return the name in `language`."""
        return language_name(self.code, language)


def in_language(code: str) -> Spoken:
    """Return “in Finnish” for `fi`: in several languages that is a word of its own, and no name with “in” before it."""
    return _IN_LANGUAGE.get(code) or message("in {language}", language=LanguageName(code))


def value_words(value: Value) -> Spoken:
    """Return a measured value in words: yes or no for a milestone, a number as people write it."""
    match value:
        case True:
            return message("yes")
        case False:
            return message("no")
        case _:
            return message("{value}", value=value)
