import pytest
import spacy

from communique.mentions.grammar import Grammar, GrammarError, describe_tokens
from communique.mentions.words import WordLists

LISTS = {
    "honorifics": ["Mr", "bà"],
    "heads": ["Academy", "Học viện", "академи*"],
    "stops": ["đã"],
}


@pytest.fixture
def find():
    nlp = spacy.blank("xx")

    def find_in(text, *patterns):
        doc = nlp(text)
        describe_tokens(doc, WordLists(LISTS, str.split))
        return [doc[a:b].text for a, b in Grammar(nlp.vocab, LISTS, patterns).find(doc)]

    return find_in


def test_only_what_is_in_brackets_is_the_mention(find):
    assert find("We met Mr Tan Wei today", "honorifics [cap+]") == ["Tan Wei"]


def test_a_phrase_of_several_words_is_one_element(find):
    assert find("Học viện Tư pháp đã tiếp", "heads cap|follower&!stops+") == ["Học viện Tư pháp"]


def test_a_star_stands_for_any_ending(find):
    assert find("в Академией управления", "heads lower") == ["Академией управления"]


def test_the_longest_of_overlapping_matches_is_kept(find):
    assert find("Royal Academy Hanoi", "heads", "cap heads cap", "heads cap") == [
        "Royal Academy Hanoi"
    ]


def test_a_list_that_is_not_there_is_reported(find):
    with pytest.raises(GrammarError, match="'titles'"):
        find("x", "titles cap")
