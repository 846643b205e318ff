import pytest

from consultation.comparison import Piece, plain, word_changes


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>Një &amp; dy.</p><p>Tri.</p>", "Një & dy.\nTri."),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1\n2"),
        ("<p>a &lt; b</p>", "a < b"),
    ],
)
def test_the_words_of_a_provision_keep_their_paragraphs(html, text):
    assert plain(html) == text


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", []),
        ("Një dy.", "Një dy.", [("kept", "Një dy.")]),
        (
            "Brenda dy viteve.",
            "Brenda tri viteve.",
            [("kept", "Brenda"), ("removed", " dy"), ("added", " tri"), ("kept", " viteve.")],
        ),
        ("", "E re.", [("added", "E re.")]),
        ("Një.\nDy.", "Një.", [("kept", "Një."), ("removed", "\nDy.")]),
    ],
)
def test_what_went_and_what_came(old, new, pieces):
    assert word_changes(old, new) == [Piece(*piece) for piece in pieces]


def test_both_texts_can_be_read_out_of_the_comparison():
    old, new = "Masat zbatohen nga ministria, brenda afatit.", "Masat e reja zbatohen nga bashkia brenda afatit!"

    pieces = word_changes(old, new)

    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new
