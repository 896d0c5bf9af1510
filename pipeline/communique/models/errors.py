"""What can go wrong when models are fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.errors import CommuniqueError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class PullError(CommuniqueError):
    """Models could not be fetched."""


class NetworkError(PullError):
    """What should be fetched cannot be reached."""

    def __init__(self, what: str, folder: Path, reason: str) -> None:
        super().__init__(
            f"{what} cannot be fetched ({reason}). Check the network and its proxy; nothing that "
            f"was there before is lost. Without a network, copy the models of another machine to "
            f"{folder}, or anywhere else and name the folder: --engine stanza:FOLDER."
        )


class ChecksumError(PullError):
    """A file arrived with other bytes than it should have."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} arrived damaged: its checksum is not the one that Stanza published. The file "
            "was deleted; try again."
        )


class NotOfferedError(PullError):
    """Stanza has no such models."""

    def __init__(self, what: str, offered: Iterable[str]) -> None:
        super().__init__(f"Stanza has no {what}. It has: {', '.join(sorted(offered)) or 'none'}.")
