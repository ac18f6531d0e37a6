"""A PostgreSQL server of one's own, for tests: nothing of it is left when it is closed.

    with Cluster.start() as cluster:
        storage = muniprog.open_storage(cluster.address())

It needs PostgreSQL's own programs on the machine (in Debian the package `postgresql`), and no server that runs
already. It keeps its files in a temporary folder and answers on a socket there and on a free port of 127.0.0.1.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import Self
from urllib.parse import quote

SUPERUSER = "postgres"

DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian keeps PostgreSQL's programs, in a folder for each version."""

_GUARD = 'cat; "$0" stop --pgdata=data --mode=immediate --wait >/dev/null 2>&1; cd / && rm -rf "$1"'
"""Waits for the end of its input, which comes when the tests end in whatever way; then nothing is left."""

ORDINARY_USER = "postgres"
"""Whom the server runs as when the tests run as root, since PostgreSQL refuses to. Debian's package creates it."""

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "max_connections": "250",
    "shared_buffers": "32MB",
    "fsync": "off",  # the server is stopped in the midst of its work here, but never the machine
    "lc_messages": "C",
    "checkpoint_timeout": "30s",  # when the files of what was dropped are removed
    "deadlock_timeout": "100ms",
}


class NotInstalledError(Exception):
    """PostgreSQL's programs are not on this machine."""


class Cluster:
    """A server of one's own. It is a context manager: leaving the `with` block removes it.

    Attributes:
        folder: Where its files and its socket are.
        port: Its port on 127.0.0.1.
        password: Its superuser's; on the socket none is asked for.
    """

    password = "p@ss/w#rd å?"  # noqa: S105  with letters that an address must write otherwise

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._user = ordinary_user(os.geteuid())
        self.folder = Path(tempfile.mkdtemp(prefix="muniprog-postgres-"))
        shutil.chown(self.folder, self._user or os.geteuid())
        self.port = free_port()
        self._guard = subprocess.Popen(  # noqa: S603  the system's own programs, and words from here
            ["/bin/sh", "-c", _GUARD, programs / "pg_ctl", self.folder],
            cwd=self.folder,
            user=self._user,
            group=self._user,
            extra_groups=None if self._user is None else (),
            stdin=subprocess.PIPE,
            start_new_session=True,  # so that Ctrl+C ends the tests and not what clears up after them
        )

    @classmethod
    def start(cls) -> Self:
        """Return a new server that runs.

        Raises:
            NotInstalledError: PostgreSQL's programs are not on this machine.
        """
        cluster = cls(find_programs(os.environ.get("PATH", ""), DEBIAN))
        try:
            cluster._create()
        except BaseException:
            cluster.close()
            raise
        return cluster

    def address(
        self,
        database: str = "postgres",
        *,
        user: str = SUPERUSER,
        password: str | None = None,
        options: str = "",
        port: int | None = None,
    ) -> str:
        """Return an address of the server, with the superuser's password when no other is given."""
        secret = quote(self.password if password is None else password, safe="")
        where = f"postgresql://{user}:{secret}@127.0.0.1:{port or self.port}/{database}"
        return f"{where}?{options}" if options else where

    def restart(self) -> None:
        """Stop the server as if it had crashed, and start it again."""
        self.stop()
        self.begin()

    def begin(self) -> None:
        """Start the server and wait until it answers."""
        self._run("pg_ctl", "start", "--pgdata=data", "--wait", "--timeout=60")

    def stop(self) -> None:
        """Stop the server as if it had crashed."""
        self._run("pg_ctl", "stop", "--pgdata=data", "--mode=immediate", "--wait", "--timeout=60")

    def close(self) -> None:
        """Stop the server and remove its files. It is done without being asked when the process ends."""
        self._guard.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _create(self) -> None:
        secret = self.folder / "password"
        secret.write_text(self.password, encoding="utf-8")
        self._run(
            *("initdb", "--pgdata=data", f"--username={SUPERUSER}", f"--pwfile={secret}", "--encoding=UTF8"),
            *("--auth-local=trust", "--auth-host=scram-sha-256", "--locale=C", "--no-sync"),
        )
        settings = {**SETTINGS, "port": str(self.port), "unix_socket_directories": str(self.folder)}
        with (self.folder / "data" / "postgresql.conf").open("a", encoding="utf-8") as configuration:
            configuration.writelines(f"{name} = '{value}'\n" for name, value in settings.items())
        self.begin()

    def _run(self, program: str, *words: str) -> None:
        """Run one of PostgreSQL's programs; when it fails, say what it said."""
        log = self.folder / "log"
        with log.open("ab") as said:  # a file and no pipe, which the server that goes on running would hold open
            ran = subprocess.run(  # noqa: S603  the system's own programs, and words from here
                [self._programs / program, *words],
                cwd=self.folder,
                user=self._user,
                group=self._user,
                extra_groups=None if self._user is None else (),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                check=False,
            )
        if ran.returncode:
            raise RuntimeError(f"{program} ended with {ran.returncode}: {log.read_text(encoding='utf-8')[-2000:]}")


def find_programs(path: str, debian: Path) -> Path:
    """Return the folder of PostgreSQL's programs, the newest version's where there are several.

    Args:
        path: The folders to look in first, as in the variable PATH.
        debian: The folder with one folder for each version.

    Raises:
        NotInstalledError: They are in none of these.
    """
    on_path = shutil.which("initdb", path=path)
    if on_path is not None:
        return Path(on_path).resolve().parent
    versions = [initdb.parent for initdb in debian.glob("*/bin/initdb")]
    if not versions:
        raise NotInstalledError(f"PostgreSQL's initdb is neither on the PATH nor in {debian}")
    return max(versions, key=lambda folder: float(folder.parent.name))


def ordinary_user(effective: int) -> str | None:
    """Return whom the server must run as instead of the user with this number, or None where that one will do."""
    return ORDINARY_USER if effective == 0 else None


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
