"""Who is heard where: quotation marks, and the speaker turns of a transcript."""

from hypothesis import given
from hypothesis import strategies as st
from trees import tree, words_of

from bothsides.extract.speech import quotations, turns

TRANSCRIPT = "Pál Orto: We met today. It went well.\n\nQuestion: Will you meet again?\n\nPál Orto: We will."


def line(words):
    """Return a parse of words alone."""
    return tree("\n".join(f"{word} = NOUN NN {i} dep" for i, word in enumerate(words.split())))


def quoted(words):
    parsed = line(words)
    return [words_of(parsed, span) for span in quotations(parsed)]


def labels(text):
    return [text[slice(*turn.label)] for turn in turns(text)]


def test_quoted_speech_is_found_without_its_marks():
    assert quoted('he said " we will reopen the ferry " today') == ["we will reopen the ferry"]


def test_curly_marks_are_marks():
    assert quoted("he said “ we will reopen the ferry ” today") == ["we will reopen the ferry"]


def test_a_quoted_term_is_not_speech():
    assert quoted('the so-called " ferry question " came up') == []


def test_a_mark_that_closes_nothing_opens_nothing():
    assert quoted("he said ” we will reopen the ferry today “ and so on") == []


def test_a_second_opening_mark_begins_anew():
    assert quoted("“ Dear friends “ we will reopen the old ferry ” he said") == ["we will reopen the old ferry"]


def test_turns_are_found_with_their_speakers():
    assert labels(TRANSCRIPT) == ["Pál Orto", "Question", "Pál Orto"]


def test_a_turn_reaches_to_the_next():
    assert TRANSCRIPT[turns(TRANSCRIPT)[0].start : turns(TRANSCRIPT)[0].end].strip() == "We met today. It went well."


def test_a_label_may_be_wrapped_over_two_lines():
    assert labels("President of the Republic\nof Xara Ana Vela: Welcome.\n\nPál Orto: Thank you.")[0].split()[-2:] == ["Ana", "Vela"]


def test_a_remark_may_follow_a_name():
    assert labels("Ana Vela (through an interpreter): Welcome.\n\nPál Orto: Thank you.") == ["Ana Vela", "Pál Orto"]


def test_a_lone_colon_makes_no_transcript():
    assert turns("Joint Statement: The parties met and agreed to meet again.") == []


def test_a_single_word_before_a_colon_is_no_speaker():
    assert turns("Note: this is one.\n\nSource: this is another.") == []


@given(st.lists(st.sampled_from(['"', "“", "”", "«", "»", "ferry", "."]), min_size=1, max_size=40))
def test_quotations_lie_in_order_within_the_text(words):
    spans = quotations(line(" ".join(words)))
    flat = [edge for span in spans for edge in span]
    assert flat == sorted(flat)
    assert all(0 <= edge <= len(words) for edge in flat)


@given(st.text(alphabet="AbC: \n.()?", max_size=80))
def test_turns_follow_one_another(text):
    found = turns(text)
    flat = [edge for turn in found for edge in (*turn.label, turn.start, turn.end)]
    assert flat == sorted(flat)
