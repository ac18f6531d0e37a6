"""Commands as a kind of contribution; apart from the others because only the command line needs click."""

from click import Command

from muniprog.messages import message
from muniprog.plugins.kinds import Kind

COMMANDS = Kind[Command](
    plural="commands", hook="muniprog_register_commands", word=message("command"), interface=Command
)
