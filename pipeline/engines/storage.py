"""Files on this machine or in an object store, by path or by address (s3://…, gs://…), through Arrow."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from pipeline.errors import MissingExtraError, OutputError

_SCHEME = "://"


def is_remote(address: str) -> bool:
    """Whether an address names a store and not a path."""
    return _SCHEME in address


def open_file(address: str) -> BinaryIO:
    """A file to read; raises OSError."""
    if not is_remote(address):
        return Path(address).open("rb")
    files, path = _located(address)
    return io.BufferedReader(cast(io.RawIOBase, files.open_input_file(path)))


def listed(address: str) -> Iterator[str]:
    """The files at or below an address, by name, hidden ones left out."""
    import pyarrow.fs

    files, path = _located(address)
    found = files.get_file_info(path)
    if found.type == pyarrow.fs.FileType.Directory:
        infos = files.get_file_info(pyarrow.fs.FileSelector(path, recursive=True))
    else:
        infos = [found] if found.is_file else []
    prefix = address.removesuffix("/")[: -len(path.rstrip("/"))]
    for name in sorted(info.path for info in infos if info.is_file):
        if not any(part.startswith(".") for part in Path(name[len(path) :]).parts):
            yield f"{prefix}{name}"


class Folder:
    """A folder for results, by absolute path or address; its files are whole or absent."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._files, self._path = _located(address)

    def write(self, name: str, text: str) -> None:
        """Write a file; raises OutputError."""
        import pyarrow.fs

        path = f"{self._path}/{name}"
        # A store shows an object when it is complete; a disk shows a file as it grows.
        local = isinstance(self._files, pyarrow.fs.LocalFileSystem)
        written = f"{path}.part" if local else path
        try:
            self._files.create_dir(path.rpartition("/")[0])
            with self._files.open_output_stream(written) as stream:
                stream.write(text.encode())
            if local:
                self._files.move(written, path)
        except OSError as error:
            remedy = "check space and permissions, and run the same command again: what was finished is kept"
            raise OutputError(
                f"{self.address}/{name}: can't be written: {error}; {remedy}"
            ) from error

    def read(self, name: str) -> str | None:
        """A file's text, null where there is none."""
        try:
            with self._files.open_input_stream(f"{self._path}/{name}", compression=None) as stream:
                return str(stream.read().decode())
        except FileNotFoundError:
            return None

    def keep(self, folder: str, names: set[str]) -> None:
        """Delete the files of a folder inside that are not among the names."""
        import pyarrow.fs

        selector = pyarrow.fs.FileSelector(f"{self._path}/{folder}", allow_not_found=True)
        for info in self._files.get_file_info(selector):
            if info.base_name not in names:
                self._files.delete_file(info.path)


def _located(address: str) -> tuple[Any, str]:
    """Arrow's file system for an address and the path in it."""
    try:
        import pyarrow.fs
    except ImportError as error:
        raise MissingExtraError(f"{address}: --engine ray needs", "ray") from error
    files, path = pyarrow.fs.FileSystem.from_uri(address)
    return files, str(path)
