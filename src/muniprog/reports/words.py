"""The words that several reports have in common."""

from muniprog.messages import message
from muniprog.model import Role

GOAL = message("Goal")
ACTION = message("Action")
TIMETABLE = message("Timetable")
OWNER = message("Owner")
INDICATOR = message("Indicator")
THEME = message("Theme")
STATUS = message("Status")
VERDICT = message("Verdict")
REASON = message("Reason")
DECISION = message("Decision")
CONTINUOUS = message("Continuous")

NO_ACTION = message("no action defined")
NO_INDICATOR = message("no indicator defined")

ROLE_WORDS = {
    Role.PARTNER: message("partner"),
    Role.CONTACT: message("contact"),
}
LEAD_AND_OTHERS = {Role.LEAD: message("lead"), **ROLE_WORDS}
