// Words in another language: taken whole or not at all, chosen in the settings, and every screen in every
// language.
#include <string>

#include "app/generated/languages.h"
#include "app/plurals.h"
#include "app/refresh.h"
#include "doctest/doctest.h"
#include "tests/app/driver.h"

using namespace driver;

namespace {

std::string replaced(std::string_view text, std::string_view piece, std::string_view other) {
    std::string changed(text);
    const auto at = changed.find(piece);
    REQUIRE(at != std::string::npos);
    return changed.replace(at, piece.size(), other);
}

std::string settings_of(const Effects& effects) {
    const SaveSettings* saved = first<SaveSettings>(effects);
    return saved ? saved->record : std::string();
}

std::string chosen(const App& app) {
    const Screen screen = app.screen();
    const Part* part = find(screen, "language");
    return part && part->field ? part->field->value : std::string("no field");
}

App in_settings() { return started().on(PageOpened{Page::settings, {}}); }

}  // namespace

TEST_CASE("words are taken whole, of this very build, or not at all") {
    const BackToEnglish back;
    const std::string_view english_text = words_of("en"), chinese = words_of("zh-Hans");
    REQUIRE_FALSE(chinese.empty());
    const std::string other_stamp = replaced(chinese, words_stamp, "0000000000");
    const std::string cut(chinese.substr(0, chinese.size() - 1));
    const std::string refused[] = {
        "",
        "\n",
        "<!doctype html>\n",
        other_stamp,
        cut,
        std::string(chinese.substr(0, chinese.size() / 2)),
        std::string(chinese) + "more\n",
        replaced(chinese, "\n", "\n\n"),
        replaced(chinese, "\tother\n", "\tnone\n"),
        replaced(chinese, "\tzh-Hans\t", "\t\t"),
        replaced(chinese, "Postwatch\n", "Post\twatch\n"),  // two forms where the language has one
        std::string(words_size_limit, 'x') + "\n",
        std::string(10'000'000, '\n'),
    };
    for (const std::string& text : refused) {
        CAPTURE(text.size());
        CHECK_FALSE(use_words(text));
        CHECK(words_language() == "en");
        CHECK(say(Word::settings_title) == "Settings");
    }
    CHECK(use_words(chinese));
    CHECK(words_language() == "zh-Hans");
    CHECK(say(Word::settings_title) == "设置");
    CHECK(say_count(Word::age_days, 1) == "1 天");
    CHECK(use_words(english_text));
    CHECK(say_count(Word::age_days, 1) == "1 day");
}

TEST_CASE("a language with three forms says the right one") {
    const BackToEnglish back;
    std::string text = replaced(words_of("en"), "\ten\tone_other\n", "\tru\teast_slavic\n");
    // Sentences with two forms are given a third; those with one stay as they are.
    std::string three;
    std::size_t line_start = 0;
    for (std::size_t line = 0; line_start < text.size(); ++line) {
        const auto end = text.find('\n', line_start);
        const std::string piece = text.substr(line_start, end - line_start);
        three += piece;
        if (line > 0 && piece.find('\t') != std::string::npos) three += "\t{count} many";
        three += '\n';
        line_start = end + 1;
    }
    REQUIRE(use_words(three));
    CHECK(say_count(Word::age_days, 21) == "21 day");
    CHECK(say_count(Word::age_days, 3) == "3 days");
    CHECK(say_count(Word::age_days, 11) == "11 many");
    CHECK(raw_sentence(Word::age_days) == "{count} many");
    CHECK(say(Word::settings_title) == "Settings");
}

TEST_CASE("a language chosen in the settings is fetched, then said, then kept") {
    const BackToEnglish back;
    App app = in_settings();
    CHECK(chosen(app) == "");
    app.on(FieldTyped{FieldId::language, "zh-Hans"});
    REQUIRE(first<FetchWords>(app.effects));
    CHECK(first<FetchWords>(app.effects)->language == "zh-Hans");
    CHECK(settings_of(app.effects).empty());
    CHECK(chosen(app) == "zh-Hans");
    CHECK_FALSE(app.shows("language/state"));
    app.on(ClockTicked{app.state.now + patience});
    CHECK(app.words("language/state") == "Fetching the words…\n");
    CHECK(app.screen().language == "en");

    app.on(WordsArrived{"zh-Hans", std::string(words_of("zh-Hans"))});
    CHECK(contains(settings_of(app.effects), R"("language":"zh-Hans")"));
    CHECK(app.screen().language == "zh-Hans");
    CHECK(contains(app.words("settings-page/title"), "设置"));
    CHECK_FALSE(app.shows("language/state"));

    app.on(FieldTyped{FieldId::language, ""});  // as the browser
    app.on(WordsArrived{"", std::string(words_of("en"))});
    CHECK(contains(settings_of(app.effects), R"("language":"")"));
    CHECK(app.screen().language == "en");
}

TEST_CASE("words that cannot be had leave the old ones, and say so") {
    const BackToEnglish back;
    App app = in_settings();
    for (const char* text : {"", "<html>"}) {
        app.on(FieldTyped{FieldId::language, "zh-Hans"}).on(WordsArrived{"zh-Hans", text});
        CHECK(settings_of(app.effects).empty());
        CHECK(chosen(app) == "");
        CHECK(app.screen().language == "en");
        CHECK(contains(app.words("language/state"), "could not be fetched"));
    }
    app.on(FieldTyped{FieldId::language, "en"}).on(WordsArrived{"en", std::string(words_of("en"))});
    CHECK_FALSE(app.shows("language/state"));
}

TEST_CASE("only what was chosen last counts, and only a language there is") {
    const BackToEnglish back;
    App app = in_settings();
    app.on(FieldTyped{FieldId::language, "zh-Hans"}).on(FieldTyped{FieldId::language, "en"});
    app.on(WordsArrived{"zh-Hans", std::string(words_of("zh-Hans"))});
    CHECK(app.screen().language == "en");
    app.on(WordsArrived{"en", std::string(words_of("en"))});
    CHECK(app.state.settings.language == "en");
    app.on(FieldTyped{FieldId::language, "tlh"});
    CHECK(app.effects.empty());
    CHECK(app.on(WordsArrived{"tlh", std::string(words_of("zh-Hans"))}).screen().language == "en");
}

TEST_CASE(
    "the kept setting wins over the words the page began with; another tab's choice is not kept again") {
    const BackToEnglish back;
    App app = started({}, R"({"version":1,"language":"zh-Hans"})");
    REQUIRE(first<FetchWords>(app.effects));
    CHECK(first<FetchWords>(app.effects)->language == "zh-Hans");
    app.on(WordsArrived{"zh-Hans", std::string(words_of("zh-Hans"))});
    CHECK(app.state.settings.language == "zh-Hans");

    App begun;
    begun.on(WordsArrived{"zh-Hans", std::string(words_of("zh-Hans"))}).on(english());
    begun.on(StorageRead{{}, R"({"version":1,"language":"zh-Hans"})", noon});
    CHECK_FALSE(first<FetchWords>(begun.effects));
    begun.on(WordsArrived{"en", std::string(words_of("en"))});  // another tab
    CHECK(begun.effects.empty());
    CHECK(begun.state.settings.language == "en");

    App unknown = started({}, R"({"version":1,"language":"tlh"})");
    CHECK(unknown.state.settings.language.empty());
    CHECK_FALSE(first<FetchWords>(unknown.effects));
}

TEST_CASE("every language has its words and a name of its own, and fills every place on the screens") {
    const BackToEnglish back;
    REQUIRE(std::size(languages) == std::size(word_texts));
    CHECK(std::size(languages) >= 2);
    for (const Language& language : languages) {
        CAPTURE(language.tag);
        CHECK_FALSE(language.own_name.empty());
        REQUIRE(use_words(words_of(language.tag)));
        CHECK(words_language() == language.tag);
        App app = started();
        app.add(number_of(1)).agree().answer(number_of(1), 200, delivered(number_of(1)), noon);
        for (const Page page : {Page::watched_items, Page::item, Page::settings}) {
            app.on(PageOpened{page, number_of(1)});
            CHECK_FALSE(contains(app.all_words(), "{"));
        }
        CHECK(contains(app.words("settings-page"), say(Word::settings_privacy_text)));
    }
}
