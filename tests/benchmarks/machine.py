"""What the machine says of its processor: "AMD EPYC" alone may be any of five generations."""

from __future__ import annotations

import platform
from pathlib import Path

_ABOUT = Path("/proc/cpuinfo")


def processor() -> str:
    """The name of the processor, with its family and model where Linux tells them."""
    if not _ABOUT.exists():
        return platform.processor() or platform.machine()
    lines = _ABOUT.read_text(encoding="utf-8").splitlines()
    parts = (line.partition(":") for line in reversed(lines))
    told = {name.strip(): value.strip() for name, _, value in parts}
    name = told.get("model name", platform.machine())
    if "cpu family" not in told:
        return name
    return f"{name} (family {told['cpu family']}, model {told['model']})"
