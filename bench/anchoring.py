"""How well paragraphs are followed into a changed document whose truth is known: `python -m bench.anchoring`."""

import random
import time
from dataclasses import dataclass

from consultation.alignment import Link, Unit, align

WORDS = (
    "migracioni strategjia ministria institucioni i e të së dhe për në me nga që një këtij ligji qytetarëve të huajve leje "
    "qëndrimi punësimi mbrojtja ndihma kthimi riintegrimi azili kufiri policia bashkia qarku fondi buxheti raporti masa "
    "treguesi objektivi afati sekretariati komiteti grupi shërbimi regjistri kërkesa vendimi ankesa gjykata familja fëmija "
    "arsimi shëndetësia banesa trajnimi informimi diaspora remitencat zhvillimi bashkëpunimi partnerët shoqëria civile"
).split()
DEEDS = ("kept", "edited", "rewritten", "moved", "split", "merged", "dropped")


@dataclass(frozen=True)
class Changed:
    """Two drafts, and for each place of the earlier one the places where its text truly lives on."""

    earlier: list[Unit]
    later: list[Unit]
    truth: list[tuple[str, frozenset[int]]]


def changed_document(paragraphs: int = 1000, *, seed: int = 7, changed: float = 0.45, telling: float = 0.1) -> Changed:
    """Every kind of change, scattered over the text. `telling` is the share of words that few other paragraphs hold.

    With fewer telling words all paragraphs look alike: a harder text than any that is written for people.
    """
    dice = random.Random(seed)
    rare = [f"{dice.choice(WORDS)}{number}" for number in range(paragraphs)]
    earlier = [_paragraph(dice, rare, telling) for _ in range(paragraphs)]
    pieces: list[tuple[float, list[str], list[int]]] = []
    deeds = ["kept"] * paragraphs
    place = 0
    while place < paragraphs:
        deed = "kept"
        if dice.random() < changed:
            deed = dice.choices(DEEDS[1:], weights=(50, 6, 10, 10, 10, 14))[0]
        if deed == "merged" and place + 1 < paragraphs:
            pieces.append((place, earlier[place] + earlier[place + 1], [place, place + 1]))
            deeds[place] = deeds[place + 1] = deed
            place += 2
            continue
        deeds[place] = "kept" if deed == "merged" else deed
        _change(deeds[place], place, earlier[place], pieces, dice, rare, paragraphs)
        if dice.random() < 0.06:
            pieces.append((place + 0.5, _paragraph(dice, rare, telling), []))
        place += 1
    pieces.sort(key=lambda piece: piece[0])
    lives: list[set[int]] = [set() for _ in range(paragraphs)]
    for where, (_at, _words, origins) in enumerate(pieces):
        for origin in origins:
            lives[origin].add(where)
    return Changed(
        [Unit(" ".join(words)) for words in earlier],
        [Unit(" ".join(words)) for _at, words, _origins in pieces],
        [(deed, frozenset(found)) for deed, found in zip(deeds, lives, strict=True)],
    )


def _paragraph(dice: random.Random, rare: list[str], telling: float) -> list[str]:
    length = dice.randint(12, 70)
    return [dice.choice(rare) if dice.random() < telling else dice.choice(WORDS) for _ in range(length)]


def _change(
    deed: str,
    place: int,
    words: list[str],
    pieces: list[tuple[float, list[str], list[int]]],
    dice: random.Random,
    rare: list[str],
    paragraphs: int,
) -> None:
    if deed == "kept":
        pieces.append((place, words, [place]))
    elif deed in {"edited", "rewritten"}:
        share = dice.uniform(0.03, 0.2) if deed == "edited" else dice.uniform(0.3, 0.45)
        changed = [dice.choice(rare + list(WORDS)) if dice.random() < share else word for word in words]
        pieces.append((place, changed, [place]))
    elif deed == "moved":
        pieces.append((dice.randrange(paragraphs) + 0.25, words, [place]))
    elif deed == "split":
        cut = dice.randint(len(words) // 3, 2 * len(words) // 3)
        pieces.append((place, words[:cut], [place]))
        pieces.append((place + 0.1, words[cut:], [place]))


@dataclass
class Score:
    right: int = 0
    wrong_unasked: int = 0
    wrong_asked: int = 0
    asked: int = 0
    lost: int = 0
    revived: int = 0
    """Dropped text that was given a successor without asking."""


def judged(changed: Changed, links: list[Link]) -> dict[str, Score]:
    """For each kind of change: whether the first successor is a true one, and who would have noticed if not."""
    first = {link.earlier: link for link in links if link.earlier is not None and link.is_primary}
    scores = {deed: Score() for deed in DEEDS}
    for place, (deed, truth) in enumerate(changed.truth):
        link, score = first[place], scores[deed]
        if link.later is None:
            score.right += not truth
            score.lost += bool(truth)
            continue
        score.asked += not link.is_sure
        if link.later in truth:
            score.right += 1
        elif not truth:
            score.revived += link.is_sure
        elif link.is_sure:
            score.wrong_unasked += 1
        else:
            score.wrong_asked += 1
    return scores


def by_position(changed: Changed) -> float:
    """The share of surviving paragraphs that the same place in the new document would find."""
    living = [(place, truth) for place, (_deed, truth) in enumerate(changed.truth) if truth]
    return sum(place in truth for place, truth in living) / len(living)


def by_same_text(changed: Changed) -> float:
    places = {unit.words: place for place, unit in enumerate(changed.later)}
    living = [(place, truth) for place, (_deed, truth) in enumerate(changed.truth) if truth]
    return sum(places.get(changed.earlier[place].words) in truth for place, truth in living) / len(living)


def main() -> None:
    for paragraphs, share, telling in ((1000, 0.45, 0.1), (1000, 0.45, 0.02), (1000, 0.9, 0.1), (1400, 0.45, 0.1)):
        changed = changed_document(paragraphs, changed=share, telling=telling)
        begun = time.perf_counter()
        links = align(changed.earlier, changed.later)
        took = time.perf_counter() - begun
        scores = judged(changed, links)
        living = sum(bool(truth) for _deed, truth in changed.truth)
        right = sum(score.right for deed, score in scores.items() if deed != "dropped")
        print(f"{paragraphs} paragraphs, {share:.0%} touched, {telling:.0%} telling words")
        print(f"  {len(changed.later)} in the new draft, aligned in {took:.2f} s")
        print(
            f"  living on {living}: alignment {right / living:.1%}, same text {by_same_text(changed):.1%}, "
            f"position {by_position(changed):.1%}"
        )
        for deed, score in scores.items():
            print(f"  {deed:10} {score}")


if __name__ == "__main__":
    main()
