// What the documents say: what to ask, the text of the enquiry, the evidence.
#include "tests/app/made_documents.h"

#include <deque>

#include "doctest/doctest.h"
#include "formats/document.h"

using namespace made_documents;
using formats::DocumentBlock;
using postal::Stage;

namespace {

constexpr std::int64_t noon_seconds = noon / 1000;
constexpr std::int64_t day_seconds = 24 * 3600;

postal::Item item_at(Stage stage, std::string number = number_of(1), int days_ago = 40) {
    postal::Item item;
    item.number = std::move(number);
    item.going_to = "FR";
    const std::int64_t begin = noon_seconds - days_ago * day_seconds;
    postal::Event first = scan("EMA", begin, Stage::accepted);
    first.place = "SHANGHAI";
    first.words = "Posting/Collection";
    postal::take_answer(item, "upu-gtt", told_scans({first, scan("X", begin + 2 * day_seconds, stage)}),
                        noon - 30 * day_ms);
    return item;
}

/// Blocks point into their text, which stays until the program ends.
std::vector<DocumentBlock> kept_blocks(std::string document) {
    static std::deque<std::string> texts;
    texts.push_back(std::move(document));
    REQUIRE(formats::may_be_document(texts.back()));
    auto blocks = blocks_of(texts.back());
    REQUIRE_FALSE(blocks.empty());
    return blocks;
}

std::vector<DocumentBlock> enquiry_blocks(const postal::Item& item, std::string_view first = "en") {
    return kept_blocks(
        enquiry_document({.item = item, .sources = {}, .now = noon, .offset_minutes = 60}, speeches(first)));
}

std::vector<DocumentBlock> evidence_blocks(const postal::Item& item, std::string_view first = "en") {
    return kept_blocks(evidence_document(
        {.item = item, .sources = {"UPU Global Track & Trace"}, .now = noon, .offset_minutes = 60},
        speeches(first)));
}

Role role_of(const DocumentBlock& block) { return static_cast<Role>(block.role); }
Look look_of(const DocumentBlock& block) { return static_cast<Look>(block.look); }
Tone tone_of(const DocumentBlock& block) { return static_cast<Tone>(block.tone); }

/// A line for each text; with `role` only of its blocks.
std::string all_words(const std::vector<DocumentBlock>& blocks, std::optional<Role> role = {}) {
    std::string words;
    for (const DocumentBlock& block : blocks)
        if (!block.text.empty() && (!role || role_of(block) == *role))
            words += std::string(block.text) + "\n";
    return words;
}

std::string letter_in(const std::vector<DocumentBlock>& blocks, std::string_view language) {
    for (const DocumentBlock& block : blocks)
        if (!block.more.empty() && block.text.ends_with(language == "en" ? "English" : "简体中文"))
            return std::string(block.more);
    return {};
}

struct Deadline {
    std::string counter, words, source;
    Tone tone;
};

std::vector<Deadline> deadlines(const std::vector<DocumentBlock>& blocks) {
    std::vector<Deadline> found;
    for (std::size_t i = 0; i + 2 < blocks.size(); ++i)
        if (look_of(blocks[i]) == Look::title)
            found.push_back({std::string(blocks[i].text), std::string(blocks[i + 1].text),
                             std::string(blocks[i + 2].text), tone_of(blocks[i])});
    return found;
}

/// Rows of the table without its head, the lines of each cell.
std::vector<std::vector<std::string>> rows_of(const std::vector<DocumentBlock>& blocks) {
    std::vector<std::vector<std::string>> rows;
    for (const DocumentBlock& block : blocks) {
        if (role_of(block) == Role::table_row) rows.emplace_back();
        if (role_of(block) == Role::cell) rows.back().emplace_back();
        if (role_of(block) == Role::text && block.depth == 4 && !rows.empty() && !rows.back().empty())
            rows.back().back() += (rows.back().back().empty() ? "" : "\n") + std::string(block.text);
    }
    if (!rows.empty()) rows.erase(rows.begin());
    return rows;
}

}  // namespace

TEST_CASE("an enquiry can be prepared at every stage, in both languages, with nothing left unfilled") {
    for (int stage = 0; stage <= static_cast<int>(Stage::unknown); ++stage)
        for (const std::string_view language : {"en", "zh-Hans"})
            for (const postal::Direction direction :
                 {postal::Direction::unsaid, postal::Direction::outgoing}) {
                postal::Item item = item_at(static_cast<Stage>(stage));
                item.direction = direction;
                CAPTURE(postal::facts(static_cast<Stage>(stage)).id);
                const auto blocks = enquiry_blocks(item, language);
                CHECK(look_of(blocks[0]) == Look::sentence);
                for (const auto* made : {&blocks}) CHECK_FALSE(contains(all_words(*made), "{"));
                CHECK_FALSE(contains(all_words(evidence_blocks(item, language)), "{"));
                for (const std::string_view each : {"en", "zh-Hans"}) {
                    const std::string letter = letter_in(blocks, each);
                    CHECK(contains(letter, number_of(1)));
                    CHECK(contains(letter, each == "en" ? "[name, address]" : "［姓名、地址］"));
                    CHECK(contains(letter, each == "en" ? "SHANGHAI" : "SHANGHAI"));
                }
            }
}

TEST_CASE("the enquiry text says number, service, countries, dates, journey and question") {
    postal::Item item = item_at(Stage::departed_origin);
    item.posted_on = postal::parse_civil_date("2026-02-01");
    item.direction = postal::Direction::outgoing;
    const auto blocks = enquiry_blocks(item);
    const std::string english = letter_in(blocks, "en");
    for (const char* words :
         {"Enquiry about postal item EE 000 000 01", "To: the post of China\n", "Date: 13 March 2026\n",
          "I am the sender of this item:", "Service: EMS\n", "From China to France\n",
          "Posted on: 1 February 2026\n", "- 1 February 2026, 12:00, Accepted by the post, SHANGHAI\n",
          "- 3 February 2026, 12:00, Left the origin country",
          "Please trace the item: with which dispatch did it leave", "[receipt, invoice, pictures]"}) {
        CAPTURE(words);
        CAPTURE(english);
        CHECK(contains(english, words));
    }
    CHECK_FALSE(contains(english, "begin an enquiry"));
    const std::string chinese = letter_in(blocks, "zh-Hans");
    for (const char* words : {"致：中国邮政\n", "日期：2026年3月13日\n", "本人是该邮件的寄件人：",
                              "业务种类：EMS", "由中国寄往法国\n", "交寄日期：2026年2月1日\n",
                              "- 2026年2月1日，12:00，已收寄，SHANGHAI\n", "请追查该邮件"}) {
        CAPTURE(words);
        CAPTURE(chinese);
        CHECK(contains(chinese, words));
    }
}

TEST_CASE(
    "the addressee asks the sender where the sender has to begin, and the delivering post about its own "
    "steps") {
    const std::string left = letter_in(enquiry_blocks(item_at(Stage::departed_origin)), "en");
    CHECK(contains(left, "To: the sender [name]\n"));
    CHECK(contains(left, "I am the addressee"));
    CHECK(contains(left, "Please ask your post, the post of China, to begin an enquiry"));
    CHECK(contains(left, "Posted on: [date; the first scan is of 1 February 2026]"));
    const auto held = enquiry_blocks(item_at(Stage::customs_hold));
    CHECK(contains(letter_in(held, "en"), "To: the post of France\n"));
    CHECK(contains(all_words(held), "1. The post of France, which delivers it.\n2. Customs of France,"));
    CHECK(contains(all_words(held), "CN 22 or CN 23"));
    CHECK(all_words(held, Role::link) == "FR\nCN\n");
    postal::Item unknown = item_at(Stage::customs_hold);
    unknown.going_to.clear();
    CHECK(contains(all_words(enquiry_blocks(unknown)),
                   "The post of the country of destination, which delivers it."));
}

TEST_CASE("deadlines are counters with their day, what they are counted from, and their source") {
    postal::Item item = item_at(Stage::departed_origin, number_of(1, "CP", "FR"));
    const auto assumed = deadlines(enquiry_blocks(item));
    REQUIRE(assumed.size() == 2);
    CHECK(assumed[0].counter == "141 days left");
    CHECK(assumed[0].words ==
          "Enquiries are taken until 1 August 2026: 6 months from the day after posting, 2 February 2026. "
          "The day of "
          "posting is not known; it is assumed from the first scan.");
    CHECK(assumed[0].source ==
          "Source: Universal Postal Convention (Istanbul 2016), Article 21, Inquiries; "
          "likumi.lv/ta/id/302504; seen on "
          "22 November 2026.");
    CHECK(assumed[1].counter == "61 days for the answer");
    CHECK(assumed[1].tone == Tone::quiet);
    item.posted_on = postal::parse_civil_date("2025-09-14");
    const auto over = deadlines(enquiry_blocks(item, "zh-Hans"));
    CHECK(over[0].counter == "还剩 1 天");
    CHECK(over[0].tone == Tone::attention);
    CHECK(contains(over[0].words,
                   "受理查询至2026年3月14日：自交寄次日2025年9月15日起 6 个月。交寄日期由您填写。"));
    item.posted_on = postal::parse_civil_date("2025-09-12");
    CHECK(deadlines(enquiry_blocks(item))[0].counter == "1 day over");
    item.posted_on = postal::parse_civil_date("2025-09-13");
    CHECK(deadlines(enquiry_blocks(item))[0].counter == "Today is the last day");
    item.number = number_of(1, "EE", "HK");
    item.posted_on = postal::parse_civil_date("2026-03-12");
    CHECK(deadlines(enquiry_blocks(item))[0].counter == "1 day too early");
    item.sources.clear();
    item.posted_on.reset();
    CHECK(deadlines(enquiry_blocks(item))[0].counter == "3 months");
    CHECK(contains(deadlines(enquiry_blocks(item))[0].words, "enter it in your own details"));
}

TEST_CASE("an old rule says how old it is, and where none is known the post is to be asked") {
    const std::string american = all_words(enquiry_blocks(item_at(Stage::lost, number_of(1, "EE", "US"))));
    CHECK(contains(american, "Only the sender may ask. As published in 2009: confirm it with the post."));
    const std::string chinese = all_words(enquiry_blocks(item_at(Stage::lost)));
    CHECK(contains(chinese, "An older page said so: confirm it with the post before relying on it."));
    CHECK_FALSE(contains(chinese, "is not known here"));
    CHECK(contains(all_words(enquiry_blocks(item_at(Stage::lost, number_of(1, "EE", "FR")))),
                   "No deadline for this service from France is known here: ask the post of France"));
    CHECK(contains(all_words(enquiry_blocks(item_at(Stage::lost, number_of(1, "CP", "FR")))),
                   "What the post of France itself says is not known here"));
    CHECK(contains(all_words(enquiry_blocks(item_at(Stage::lost, number_of(1, "CP", "DE")))),
                   "The addressee needs the sender’s written assignment.\nSource: Deutsche Post"));
}

TEST_CASE("what is delivered may be missing or damaged, and contradictions stand in the text") {
    postal::Item item = item_at(Stage::delivered);
    CHECK(contains(letter_in(enquiry_blocks(item), "en"),
                   "Please send proof of delivery.\n[If so:] The item arrived"));
    const std::int64_t begin = noon_seconds - 20 * day_seconds;
    postal::take_answer(item, "upu-gtt",
                        told_scans({scan("D", begin, Stage::delivered),
                                    scan("E", begin + day_seconds, Stage::departed_origin)}),
                        noon);
    const auto blocks = enquiry_blocks(item);
    CHECK(contains(letter_in(blocks, "en"),
                   "The tracking contradicts itself: “Delivered” was followed by “Left the origin "
                   "country”."));
    CHECK(contains(letter_in(blocks, "zh-Hans"), "查询轨迹自相矛盾：“已妥投”之后又有“已离开寄出国”。"));
    CHECK(
        contains(all_words(evidence_blocks(item)), "“Delivered” was followed by “Left the origin country”."));
}

TEST_CASE(
    "evidence names every scan with its own time, when it was first and last seen, and the operator's "
    "words") {
    postal::Item item = item_at(Stage::departed_origin);
    postal::Event late = scan("EMH", noon_seconds, Stage::attempt_failed);
    late.at.trust = postal::OffsetTrust::trusted;
    late.at.offset_minutes = -210;
    postal::Event forecast = scan("DLV", noon_seconds + day_seconds, Stage::unknown);
    forecast.forecast = true;
    forecast.at.precision = postal::Precision::date;
    postal::take_answer(item, "upu-gtt", told_scans({late, forecast}), noon - hour_ms);
    item.sources[0].asked_at = noon - hour_ms - minute_ms;
    const auto blocks = evidence_blocks(item);
    const auto rows = rows_of(blocks);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0][0] == "1 February 2026, 12:00\nlocal time, offset unknown");
    CHECK(rows[0][1] == "Accepted by the post\n“Posting/Collection”\nSHANGHAI\nCode: EMA");
    CHECK(rows[0][2] ==
          "First observed: 11 February 2026, 13:00\nLast seen: 11 February 2026, 13:00\nNo longer told "
          "by the source");
    CHECK(rows[2][0] == "13 March 2026, 12:00\nlocal time, UTC−3:30");
    CHECK(rows[2][2] == "First observed: 13 March 2026, 12:00\nLast seen: 13 March 2026, 12:00");
    CHECK(rows[3][0] == "14 March 2026\nlocal time, offset unknown");
    CHECK(rows[3][1] == "A forecast, not a scan\nCode: DLV");
    const std::string words = all_words(blocks);
    for (const char* each :
         {"UPU Global Track & Trace", "Last asked: 13 March 2026, 11:59. It was answered with scans.",
          "Answers known of: 13 March 2026, 12:00; 11 February 2026, 13:00.",
          "Made by Postwatch on this device on 13 March 2026, 13:00.", "this device’s clock, UTC+1.",
          "It proves only what this device has seen"}) {
        CAPTURE(each);
        CHECK(contains(words, each));
    }
    CHECK(contains(all_words(evidence_blocks(item, "zh-Hans")), "首次看到：2026年2月11日，13:00"));
}

TEST_CASE("a source without a name goes by its id, and an item nobody was asked about says so") {
    postal::Item item = item_at(Stage::lost);
    const auto document =
        evidence_document({.item = item, .sources = {}, .now = noon, .offset_minutes = 0}, speeches());
    CHECK(contains(all_words(kept_blocks(document)), "upu-gtt"));
    item.sources.clear();
    CHECK(contains(all_words(evidence_blocks(item)), "No source has been asked about this item yet."));
    CHECK(contains(all_words(enquiry_blocks(item)), "Announced, but not scanned by a post"));
}

TEST_CASE("what a post writes cannot become anything but text") {
    postal::Item item = item_at(Stage::unknown);
    postal::Event event = scan("X", noon_seconds, Stage::unknown);
    event.words =
        "\x1e"
        "pUS\x1e<script>\x1f{number}\n\n- forged";
    event.place = std::string(200, '\x1f');
    postal::take_answer(item, "upu-gtt", told_scans({event}), noon);
    for (const auto& blocks : {enquiry_blocks(item), evidence_blocks(item)}) {
        CHECK(all_words(blocks, Role::link) != "US\n");
        CHECK(contains(all_words(blocks), "<script>"));
    }
}

TEST_CASE(
    "words of another build are refused, and without names of Intl codes and digits stand in their place") {
    Speech speech;
    CHECK_FALSE(speech.read("", ""));
    CHECK_FALSE(speech.read("postwatch-words\tx\ten\tone_other\n", ""));
    std::string text(enquiry_word_texts[0].text);
    CHECK(speech.read(text,
                      "en\x1f"
                      "few columns"));
    CHECK(speech.date(postal::CivilDate{2026, 3, 13}) == "2026-03-13");
    CHECK(speech.country("FR", EnquiryWord::some_origin) == "FR");
    CHECK(speech.country("XX", EnquiryWord::some_origin) == "the country of origin");
    CHECK_FALSE(speech.read(text + "more\n", ""));
}
