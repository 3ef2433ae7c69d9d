"""The command `serve`: options in, the service runs until it is told to stop."""

import os
import socket
import sys

import click

from pipeline.errors import EhistoryError, Exit, MissingExtraError
from pipeline.serving.settings import Settings

_DEFAULTS = Settings()
# Seconds beyond the longest request, in which answers are sent and processes end.
_GRACE = 5
_positive = click.IntRange(min=1)


@click.command("serve", context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="0: any free one.",
)
@click.option(
    "--workers",
    type=_positive,
    default=_DEFAULTS.workers,
    show_default=True,
    help="Processes, each working on one article at a time.",
)
@click.option(
    "--max-requests",
    type=_positive,
    default=_DEFAULTS.max_requests,
    show_default=True,
    help="Requests under way, waiting ones too; one more gets 503.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=_DEFAULTS.timeout,
    show_default=True,
    help="Seconds for a request's articles; what lasts longer is stopped.",
)
@click.option(
    "--max-bytes",
    type=_positive,
    default=_DEFAULTS.max_bytes,
    show_default=True,
    help="Largest body.",
)
@click.option(
    "--max-articles",
    type=_positive,
    default=_DEFAULTS.max_articles,
    show_default=True,
    help="Longest array of articles.",
)
@click.option(
    "--max-chars",
    type=_positive,
    default=_DEFAULTS.max_chars,
    show_default=True,
    help="Longest article.",
)
def serve_command(host: str, port: int, **limits: float) -> None:
    """Serve extraction over HTTP, and a page to look at articles and correct them.

    POST texts, HTML or JSON to /v1/extract; /openapi.json describes all. SIGTERM and SIGINT end the
    service once what runs is answered.
    """
    settings = Settings(**limits)  # type: ignore[arg-type]
    try:
        import uvicorn

        listening = _listen(host, port)
        from pipeline.serving.application import create_app
    except ImportError as error:
        raise MissingExtraError("ehistory serve needs", "serve") from error
    config = uvicorn.Config(
        create_app(settings),
        server_header=False,
        timeout_graceful_shutdown=int(settings.timeout * 2) + _GRACE,
    )
    click.echo(f"serving on {_address(listening)} (stop with Ctrl-C)", err=True)
    server = uvicorn.Server(config)
    try:
        server.run(sockets=[listening])
    except KeyboardInterrupt:
        sys.exit(Exit.INTERRUPTED)
    # The loop may end before the SIGINT that the server raises anew is an exception; SIGTERM ends the process.
    if server.started and server.should_exit:
        sys.exit(Exit.INTERRUPTED)


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket; raises EhistoryError with a remedy where there can't be one."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.create_server(found[4][:2], family=found[0])
    except OSError as error:
        # An error of `bind` has more words than its number; one of `getaddrinfo` has no number of the system.
        why = (
            error.strerror if isinstance(error, socket.gaierror) else os.strerror(error.errno or 0)
        )
        raise EhistoryError(f"{host}:{port}: {why}; choose another --host or --port") from error
    # Connections have it from here. asyncio sets it on sockets of its own making alone; without it the second part of
    # an answer waits for the client to acknowledge the first, for which clients take 40 ms.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
