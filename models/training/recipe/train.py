"""Training: epochs, checkpoints and the log of one course."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, NamedTuple

import torch
from torch import Tensor, nn

from recipe.losses import to_batch, total_loss

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from recipe.config import Stage
    from recipe.examples import Example
    from recipe.network import Network

_DECAY = 0.01
_LONGEST_NORM = 1.0


def batches(
    examples: Sequence[Example], pieces: int, chance: random.Random
) -> Iterator[list[Example]]:
    """Batches of examples of like length, in random order."""
    # a little noise, so that an example does not always meet the same others
    ordered = sorted(examples, key=lambda e: len(e.ids) * chance.uniform(0.9, 1.1))
    found: list[list[Example]] = [[]]
    for example in ordered:
        longest = max((len(e.ids) for e in [*found[-1], example]), default=0)
        if found[-1] and longest * (len(found[-1]) + 1) > pieces:
            found.append([])
        found[-1].append(example)
    chance.shuffle(found)
    yield from found


def epochs(
    stage: Stage,
    gold: Callable[[], list[Example]],
    public: Sequence[Example],
    chance: random.Random,
) -> Iterator[list[list[Example]]]:
    """The batches of every epoch of a stage; ``gold`` makes the gold examples of one epoch."""
    for _ in range(stage.epochs):
        shown = chance.sample(list(public), round(stage.public_share * len(public)))
        for _copy in range(stage.gold_copies):
            shown += gold()
        yield list(batches(shown, stage.pieces_per_batch, chance))


class Course(NamedTuple):
    """What is trained, and how."""

    name: str
    network: nn.Module
    optimizer: torch.optim.Optimizer
    loss: Callable[[list[Example]], Tensor]
    warmup: int
    """Steps."""


def of_stage(network: Network, stage: Stage) -> Course:
    """A stage of the encoder."""

    def loss(examples: list[Example]) -> Tensor:
        batch = to_batch(examples)
        with torch.autocast("cpu", torch.bfloat16):
            scores = network(batch.ids, batch.edges)
        return total_loss(scores, batch, stage.class_weight)

    return Course(stage.name, network, _optimizer(network, stage), loss, stage.warmup)


def train(
    course: Course,
    all_epochs: Iterator[list[list[Example]]],
    target: Path,
    measure: Callable[[], dict[str, float]] | None = None,
) -> None:
    """Train in place, write a checkpoint after every epoch and the scores to ``target``'s log.

    What the network was one epoch before the end stays beside ``target`` (``an_epoch_before``).

    What was cut off goes on after its last finished epoch.
    """
    plan = list(all_epochs)
    network, optimizer = course.network, course.optimizer
    total = sum(map(len, plan))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min((step + 1) / course.warmup, max(0.02, (total - step) / total)),
    )
    done, step = 0, 0
    partial = target.with_suffix(".partial")
    if partial.exists():
        state = torch.load(partial, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        done = state["epoch"]
        step = sum(map(len, plan[:done]))
    for epoch, shown in enumerate(plan[done:], start=done + 1):
        if epoch == len(plan):
            torch.save(network.state_dict(), an_epoch_before(target))
        begun, loss_sum = time.monotonic(), 0.0
        network.train()
        for number, examples in enumerate(shown, start=1):
            loss_sum += _step(course, examples)
            schedule.step()
            step += 1
            if number % 20 == 0:
                _log(target, stage=course.name, step=step, of=total, loss=loss_sum / number,
                     seconds=round(time.monotonic() - begun))  # fmt: skip
        state = {
            "network": network.state_dict(),
            "optimizer": optimizer.state_dict(),
            "schedule": schedule.state_dict(),
            "epoch": epoch,
        }
        torch.save(state, partial)
        scores = measure() if measure else {}
        _log(target, stage=course.name, epoch=epoch, loss=loss_sum / len(shown),
             seconds=round(time.monotonic() - begun), **scores)  # fmt: skip
    torch.save(network.state_dict(), target)
    partial.unlink(missing_ok=True)


def an_epoch_before(target: Path) -> Path:
    """Where the weights lie that a course had one epoch before its end."""
    return target.with_suffix(".before.pt")


def _optimizer(network: Network, stage: Stage) -> torch.optim.AdamW:
    heads = [p for head in network.heads for p in head.parameters()]
    known = {id(p) for p in heads}
    encoder = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    groups = [
        {"params": [p for p in encoder if p.dim() > 1], "lr": stage.encoder_rate},
        {"params": [p for p in encoder if p.dim() == 1], "lr": stage.encoder_rate,
         "weight_decay": 0.0},
        {"params": heads, "lr": stage.head_rate},
    ]  # fmt: skip
    return torch.optim.AdamW(groups, weight_decay=_DECAY, fused=True)


def _step(course: Course, examples: list[Example]) -> float:
    loss = course.loss(examples)
    course.optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(course.network.parameters(), _LONGEST_NORM)
    course.optimizer.step()
    return float(loss.detach())


def _log(target: Path, **values: object) -> None:
    line = json.dumps(values)
    print(line, flush=True)
    with target.with_suffix(".log.jsonl").open("a", encoding="utf-8") as log:
        log.write(line + "\n")
