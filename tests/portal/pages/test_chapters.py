from portal.pages.blocks import BodyBlock
from portal.pages.templatetags.chapters import chapters


def body_of(*blocks: tuple[str, str]):
    return BodyBlock().to_python([{"type": kind, "value": value} for kind, value in blocks])


def told(body):
    return [
        (str(chapter.heading.value) if chapter.heading else None, len(chapter.blocks)) for chapter in chapters(body)
    ]


def test_each_heading_opens_a_chapter_of_what_follows_it():
    body = body_of(("heading", "One"), ("notice", "a"), ("notice", "b"), ("heading", "Two"), ("notice", "c"))

    assert told(body) == [("One", 2), ("Two", 1)]


def test_what_stands_before_the_first_heading_is_a_chapter_without_one():
    body = body_of(("notice", "a"), ("heading", "One"))

    assert told(body) == [(None, 1), ("One", 0)]


def test_nothing_makes_no_chapter():
    assert told(body_of()) == []
