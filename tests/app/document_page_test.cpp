// The pages of documents: what is asked for, what is shown, and what happens when it cannot be had.
#include "app/families.h"
#include "doctest/doctest.h"
#include "formats/document.h"
#include "tests/app/made_documents.h"
#include "tests/app/screen_check.h"

using namespace made_documents;

namespace {

const std::string number = number_of(1);

App with_item(float width = 1280) {
    postal::Item item;
    item.number = number;
    item.label = "Tea";
    item.going_to = "FR";
    postal::take_answer(item, "upu-gtt",
                        told_scans({scan("EMA", noon / 1000 - 90'000, postal::Stage::accepted),
                                    scan("EMC", noon / 1000 - 4'000, postal::Stage::departed_origin)}),
                        noon);
    App app = started({formats::write_item(item)});
    app.on(ViewportChanged{width, 800}).on(PageOpened{Page::item, number});
    return app;
}

App& answered(App& app) {
    const auto* make = first<MakeDocument>(app.effects);
    REQUIRE(make);
    return app.on(DocumentMade{make->ticket, document_of(*make)});
}

}  // namespace

TEST_CASE("both pages open from the item, and ask for their document with all it is made of") {
    for (const auto& [key, kind] : {std::pair{"open-enquiry", DocumentKind::enquiry},
                                    std::pair{"open-evidence", DocumentKind::evidence}}) {
        App app = with_item();
        REQUIRE(app.press(key));
        const auto* make = first<MakeDocument>(app.effects);
        REQUIRE(make);
        CHECK(make->kind == kind);
        CHECK(make->request == "en\nUPU Global Track & Trace\n\n" + formats::write_item(*app.item(number)));
        CHECK(app.shows("back"));
        CHECK_FALSE(app.shows("document/0"));
        answered(app);
        CHECK(app.shows("document/0"));
        CHECK(screen_check::complaint(app.state, app.screen()).empty());
        REQUIRE(app.press("back"));
        CHECK(app.state.page == Page::item);
    }
}

TEST_CASE("the enquiry shows whom to ask, counters, and texts to copy") {
    for (const float width : {1280.f, 390.f}) {
        App app = with_item(width);
        REQUIRE(app.press("open-enquiry"));
        if (width < 900) CHECK(first<MoveFocus>(app.effects)->key == "back");
        answered(app);
        const std::string words = app.all_words();
        for (const char* each :
             {"Whom to ask, in this order", "1. The sender", "Deadlines", "days left", "Papers"}) {
            CAPTURE(each);
            CHECK(contains(words, each));
        }
        CHECK(app.words("status") == "");  // heard there, drawn on the page only
        std::vector<std::string> copied;
        const Screen screen = app.screen();
        const auto blocks = blocks_of(app.state.document.text);
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (static_cast<Role>(blocks[i].role) != Role::button) continue;
            const std::string key = "document/" + std::to_string(i);
            CHECK(find(screen, key)->text == blocks[i].text);
            REQUIRE(app.press(key));
            REQUIRE(first<CopyText>(app.effects));
            CHECK(first<CopyText>(app.effects)->text == blocks[i].more);
            copied.emplace_back(blocks[i].text);
        }
        CHECK(copied == std::vector<std::string>{"Copy: English", "Copy: 简体中文"});
    }
}

TEST_CASE("a text in another language than the page's is marked with it, what is said about it is not") {
    const BackToEnglish back;
    for (const std::string_view own : {"en", "zh-Hans"}) {
        App app = with_item();
        app.on(WordsArrived{std::string(own), std::string(words_of(own))});
        REQUIRE(app.press("open-enquiry"));
        const auto* make = first<MakeDocument>(app.effects);
        REQUIRE(make);
        app.on(DocumentMade{make->ticket, document_of(*make, own)});
        const std::string_view other = own == "en" ? "zh-Hans" : "en";
        std::string foreign;
        const auto walk = [&](const auto& self, const Part& part, bool is_marked) -> void {
            CHECK((part.language.empty() || part.language == other));
            is_marked = is_marked || !part.language.empty();
            if (is_marked) foreign += part.text + '\n';
            if (is_marked) CHECK(part.role != Role::button);
            for (const Part& child : part.parts) self(self, child, is_marked);
        };
        walk(walk, app.screen().root, false);
        CHECK(contains(foreign, speech_of(other).say(EnquiryWord::letter_request)));
        CHECK_FALSE(contains(foreign, speech_of(own).say(EnquiryWord::letter_request)));
    }
}

TEST_CASE("a document that names a language there is not is none") {
    App app = with_item();
    REQUIRE(app.press("open-enquiry"));
    const auto* make = first<MakeDocument>(app.effects);
    REQUIRE(make);
    const std::uint32_t ticket = make->ticket;
    app.on(DocumentMade{ticket, "0000xx\x1e"});
    CHECK(app.shows("document/unavailable"));
}

TEST_CASE("links and telephones beside a document are of the program's own table") {
    App app = with_item();
    REQUIRE(app.press("open-enquiry"));
    answered(app);
    const Screen screen = app.screen();
    const auto blocks = blocks_of(app.state.document.text);
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (static_cast<Role>(blocks[i].role) == Role::link) {
            const Part* post = find(screen, "document/" + std::to_string(i));
            REQUIRE(post);
            CHECK(contains(words_in(*post), "www."));
        }
}

TEST_CASE("the evidence is a table with a row for each scan, and prints") {
    App app = with_item();
    REQUIRE(app.press("open-evidence"));
    answered(app);
    const Screen screen = app.screen();
    std::size_t tables = 0, rows = 0;
    const auto walk = [&](const auto& self, const Part& part) -> void {
        tables += part.role == Role::table;
        rows += part.role == Role::table_row;
        for (const Part& child : part.parts) {
            if (child.role == Role::table_row) CHECK(part.role == Role::table);
            if (child.role == Role::cell || child.role == Role::column_head)
                CHECK(part.role == Role::table_row);
            self(self, child);
        }
    };
    walk(walk, screen.root);
    CHECK(tables == 1);
    CHECK(rows == 3);
    const auto blocks = blocks_of(app.state.document.text);
    const auto print = std::ranges::find(blocks, "Print", &formats::DocumentBlock::text);
    REQUIRE(print != blocks.end());
    REQUIRE(app.press("document/" + std::to_string(print - blocks.begin())));
    CHECK(first<PrintPage>(app.effects));
}

TEST_CASE("a long wait and a failure are said, and it can be tried again") {
    App app = with_item();
    app.press("open-evidence");
    const std::uint32_t ticket = app.state.document.asked;
    CHECK_FALSE(app.shows("document/getting"));
    app.on(MessageCheckSlow{});
    CHECK(app.shows("document/getting"));
    app.on(MessageCheckUnavailable{ticket + 1});
    CHECK_FALSE(app.shows("document/unavailable"));
    app.on(MessageCheckUnavailable{ticket});
    CHECK(app.shows("document/unavailable"));
    CHECK_FALSE(app.shows("document/getting"));
    REQUIRE(app.press("document/retry"));
    CHECK(app.state.page == Page::evidence);
    answered(app);
    CHECK_FALSE(app.shows("document/unavailable"));
    CHECK(app.shows("document/0"));
}

TEST_CASE("an answer to another question, or one that cannot be read, shows nothing") {
    App app = with_item();
    app.press("open-enquiry");
    const MakeDocument old = *first<MakeDocument>(app.effects);
    app.press("back");
    app.press("open-evidence");
    app.on(DocumentMade{old.ticket, document_of(old)});
    CHECK(app.state.document.text.empty());
    app.on(DocumentMade{app.state.document.asked, "h\x1f<b>\x1e"});
    CHECK(app.state.document.text.empty());
    CHECK(app.shows("document/unavailable"));
    app.on(DocumentMade{0, document_of(old)});
    CHECK(app.state.document.text.empty());
}

TEST_CASE("a document holds nothing but what it may") {
    const auto block = [](int depth, Role role, std::string_view text, int look = 0, int tone = 0) {
        std::string document;
        formats::write_block(document, {static_cast<std::uint8_t>(depth),
                                        static_cast<std::uint8_t>(role),
                                        static_cast<std::uint8_t>(look),
                                        static_cast<std::uint8_t>(tone),
                                        text,
                                        {}});
        return document;
    };
    const auto is_shown = [](const std::string& document) {
        App app = with_item();
        app.press("open-enquiry");
        app.on(DocumentMade{app.state.document.asked, document});
        CHECK(app.shows("document/unavailable") == app.state.document.text.empty());
        return !app.state.document.text.empty();
    };
    CHECK(is_shown(block(0, Role::text, "x")));
    CHECK(is_shown(block(0, Role::group, "") + block(1, Role::text, "x")));
    CHECK(is_shown(block(0, Role::link, "CN")));
    CHECK_FALSE(is_shown(block(1, Role::text, "x")));  // below nothing
    CHECK_FALSE(is_shown(block(0, Role::link, "https://example.org")));
    CHECK_FALSE(is_shown(block(0, Role::link, "XX")));
    for (const Role role :
         {Role::banner, Role::main, Role::region, Role::form, Role::field, Role::status, Role::image,
          Role::checkbox, Role::list, Role::list_item, Role::picture, Role::progress})
        CHECK_FALSE(is_shown(block(0, role, "x")));
    CHECK_FALSE(is_shown(block(0, static_cast<Role>(70), "x")));
    CHECK_FALSE(is_shown(block(0, Role::text, "x", 60)));
    CHECK_FALSE(is_shown(block(0, Role::text, "x", 0, 20)));
}

TEST_CASE("there is no document without an item, and it goes with it") {
    App app = started();
    app.on(PageOpened{Page::enquiry, {}});
    CHECK(app.state.page == Page::watched_items);
    CHECK_FALSE(first<MakeDocument>(app.effects));
    app = with_item();
    app.press("open-evidence");
    answered(app);
    app.on(ItemsChanged{ItemChange::remove, number}).on(ItemsChanged{ItemChange::forget, number});
    CHECK_FALSE(is_document(app.state.page));
    CHECK(screen_check::complaint(app.state, app.screen()).empty());
}

TEST_CASE("both can be opened by a command") {
    App app = with_item();
    app.on(KeyPressed{Key::commands, {}, false});
    app.on(FieldTyped{FieldId::command, "evidence", 8});
    const std::string words = app.words("commands");
    CHECK(contains(words, "Tea: Evidence"));
}
