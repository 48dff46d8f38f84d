// Numbers in what was pasted or read from a file: told, chosen, added.
#include "doctest/doctest.h"
#include "tests/app/driver.h"

using namespace driver;

namespace {

const std::string one = number_of(1), second = number_of(2, "RR", "FR");
const std::string wrong = "EE123456784CN";

App on_page(Layout layout = Layout::wide) {
    App app = started();
    if (layout == Layout::narrow) app.on(ViewportChanged{390, 844});
    app.press("open-paste");
    return app;
}

/// The page when the search is there.
App ready() {
    App app = on_page();
    app.find_numbers();
    return app;
}

/// As it stands before the search answers.
App& type_paste(App& app, const std::string& text) {
    return app.on(FieldTyped{FieldId::pasted_text, text, text.size()});
}

/// What is pasted when the search is there: it is answered at once.
App& paste(App& app, const std::string& text) { return type_paste(app, text).find_numbers(); }

std::string key_of(const std::string& number, int family = 0) {
    return "found/" + std::to_string(family) + "/" + number;
}

std::string first_key(const Effects& effects) {
    const auto* moved = driver::first<MoveFocus>(effects);
    return moved ? moved->key : std::string();
}

bool is_checked(const App& app, const std::string& number) {
    const Screen screen = app.screen();
    const Part* box = find(screen, key_of(number) + "/box");
    return box && box->selected;
}

}  // namespace

TEST_CASE("the page opens from the banner and closes by the same button") {
    App app = on_page();
    CHECK(app.shows("paste-page"));
    CHECK(first_key(app.effects) == "paste-text");
    app.press("open-paste");
    CHECK_FALSE(app.shows("paste-page"));
    App phone = on_page(Layout::narrow);
    CHECK(first_key(phone.effects) == "back");
    phone.press("back");
    CHECK(first_key(phone.effects) == "open-paste");
}

TEST_CASE("new numbers are chosen, and added when asked; then they are asked about like others") {
    App app = ready();
    paste(app, "Hello " + one + " and\n" + second + "\n");
    CHECK(app.words("paste/summary") ==
          "2 numbers were found: 2 new, 0 in your list, 0 doubtful, 0 of others.\n");
    CHECK(app.words("paste/add") == "Add 2 numbers\n");
    CHECK(app.press("paste/add"));
    CHECK(app.item(one));
    CHECK(app.item(second));
    CHECK(all<SaveItem>(app.effects).size() == 2);
    CHECK(app.state.to_ask.size() == 2);
    CHECK(app.state.selected == one);
    CHECK(app.state.paste.text.empty());
    CHECK(contains(app.words("status"), "2 items were added"));
}

TEST_CASE("what was unticked is not added, and ticking it again adds it") {
    App app = ready();
    paste(app, one + "\n" + second);
    app.press(key_of(one) + "/box");
    CHECK_FALSE(is_checked(app, one));
    CHECK(app.words("paste/add") == "Add 1 number\n");
    app.press(key_of(second) + "/box");
    CHECK_FALSE(app.press("paste/add"));
    app.press(key_of(one) + "/box");
    app.press("paste/add");
    CHECK(app.item(one));
    CHECK_FALSE(app.item(second));
}

TEST_CASE("a number of the list is told and cannot be chosen, also when it comes into the list later") {
    App app = started();
    app.add(one);
    app.press("open-paste");
    app.find_numbers();
    paste(app, one + "\n" + second);
    CHECK(contains(app.words(key_of(one)), "In your list"));
    CHECK_FALSE(app.shows(key_of(one) + "/box"));
    app.on(ItemChangedElsewhere{second, [&] {
                                    postal::Item item;
                                    item.number = second;
                                    return formats::write_item(item);
                                }()});
    CHECK(contains(app.words(key_of(second)), "In your list"));
    CHECK_FALSE(app.press("paste/add"));
}

TEST_CASE("a doubtful number says why and is not chosen by itself") {
    App app = ready();
    paste(app, "Tracking number: " + wrong);
    CHECK(contains(app.words(key_of(wrong)), "Doubtful"));
    CHECK(contains(app.words(key_of(wrong)), "The check digit should be 5, not 4."));
    CHECK_FALSE(is_checked(app, wrong));
    app.press(key_of(wrong) + "/box");
    app.press("paste/add");
    CHECK(app.item(wrong));
}

TEST_CASE("a number of others says whose it is and where to ask, and cannot be added") {
    App app = ready();
    paste(app, "UPS 1Z999AA10123456784");
    REQUIRE(app.state.paste.found.size() == 1);
    const std::string key = key_of("1Z999AA10123456784", app.state.paste.found[0].family);
    CHECK(contains(app.words(key), "Ignored"));
    CHECK(contains(app.words(key), "It looks like a number of UPS. Ask there."));
    app.on(FoundToggled{0}).on(FoundAdded{});
    CHECK(app.state.items.empty());
}

TEST_CASE("looking harder finds what strictly is no number") {
    App app = ready();
    paste(app, "order number: 986578788855");
    const std::size_t strictly = app.state.paste.found.size();
    app.press("paste/eager");
    app.find_numbers();
    CHECK(app.state.paste.found.size() > strictly);
    app.press("paste/eager");
    app.find_numbers();
    CHECK(app.state.paste.found.size() == strictly);
}

TEST_CASE("samples are never mixed in") {
    App app = ready();
    paste(app, number_of(5, "EE", "XX"));
    CHECK(app.state.paste.found.empty());
    CHECK(app.shows("paste/none"));
}

TEST_CASE("a file is read from any page, decoded, and named") {
    App app = started();
    app.on(TextFileArrived{
        "order.eml",
        "From: shop\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
            one.substr(0, 6) + "=\r\n" + one.substr(6),
        FileFault::none});
    CHECK(app.words("paste/file-name") == "Read: order.eml\n");
    CHECK_FALSE(is_checked(app, one));
    app.find_numbers();
    CHECK(is_checked(app, one));
    app.press("paste/eager");
    app.find_numbers();
    CHECK(is_checked(app, one));
    paste(app, "nothing");
    CHECK_FALSE(app.shows("paste/file-name"));
    CHECK(app.words("paste/none") == "No tracking number was found.\n");
}

TEST_CASE("a file that cannot be read says why and changes nothing else") {
    App app = ready();
    paste(app, one);
    for (const auto& [fault, words] : {std::pair{FileFault::too_large, "larger than 10 MB"},
                                       std::pair{FileFault::wrong_type, "only .eml, .html, .txt and .csv"},
                                       std::pair{FileFault::unreadable, "could not be read"}}) {
        app.on(TextFileArrived{"holiday.jpg", "", fault});
        CHECK(contains(app.words("paste/refused"), words));
        CHECK(contains(app.words("paste/refused"), "holiday.jpg"));
        CHECK(is_checked(app, one));
    }
}

TEST_CASE("thousands of numbers are added though not all are shown") {
    std::string text;
    for (int serial = 1000; serial < 4000; ++serial) text += number_of(serial) + "\n";
    App app = ready();
    paste(app, text);
    CHECK(app.words("paste/more") == "2900 more are not shown, but treated the same.\n");
    CHECK(app.words("paste/add") == "Add 3000 numbers\n");
}

TEST_CASE("opening the page asks for the search, and what was chosen by hand stays when it is opened again") {
    App app = on_page();
    const auto* asked = first<FindNumbers>(app.effects);
    REQUIRE(asked);
    CHECK(asked->text.empty());
    app.find_numbers();
    CHECK_FALSE(app.shows("paste/none"));
    paste(app, one);
    app.press(key_of(one) + "/box");
    app.press("open-paste");
    app.press("open-paste");
    CHECK_FALSE(first<FindNumbers>(app.effects));
    CHECK(app.shows(key_of(one) + "/box"));
    CHECK_FALSE(is_checked(app, one));
}

TEST_CASE(
    "no text is sent to the search while one is out; what is shown stays until the newest is answered") {
    App app = ready();
    paste(app, one);
    const auto* asked = first<FindNumbers>(type_paste(app, second).effects);
    REQUIRE(asked);
    const NumbersFound answer = numbers_found(*asked);
    CHECK_FALSE(first<FindNumbers>(type_paste(app, "nothing").effects));
    CHECK(is_checked(app, one));
    app.on(answer);
    CHECK(is_checked(app, one));  // an answer about an older text
    const auto* newest = first<FindNumbers>(app.effects);
    REQUIRE(newest);
    CHECK(newest->text == "nothing");
    CHECK(newest->ticket != answer.ticket);
    app.find_numbers();
    CHECK(app.shows("paste/none"));
    app.on(answer);
    CHECK(app.shows("paste/none"));
}

TEST_CASE("an answer that comes when its numbers have been added is not shown") {
    App app = ready();
    paste(app, one);
    const auto* asked = first<FindNumbers>(type_paste(app, one + " " + second).effects);
    REQUIRE(asked);
    const NumbersFound answer = numbers_found(*asked);
    app.press("paste/add");
    app.on(answer);
    CHECK(app.state.paste.found.empty());
}

TEST_CASE("a field made empty shows nothing at once") {
    App app = ready();
    paste(app, one);
    type_paste(app, "");
    CHECK_FALSE(app.shows("paste/found"));
    CHECK_FALSE(app.shows("paste/none"));
    app.find_numbers();
    CHECK_FALSE(app.shows("paste/none"));
}

TEST_CASE("the search is said to be on its way when it takes long, and to be missing when it cannot be had") {
    App app = on_page();
    CHECK_FALSE(app.shows("paste/getting"));
    type_paste(app, one);
    CHECK_FALSE(app.shows("paste/none"));
    app.on(MessageCheckSlow{});
    CHECK(app.words("paste/getting") == "Getting ready…\n");
    const Screen slow = app.screen();
    CHECK(find(slow, "status/page")->name == "Getting ready…");
    const std::uint32_t ticket = app.state.paste.asked;
    app.on(MessageCheckUnavailable{ticket + 1});
    CHECK(app.shows("paste/getting"));
    app.on(MessageCheckUnavailable{ticket});
    CHECK(app.shows("paste/unavailable"));
    CHECK_FALSE(app.shows("paste/none"));
    CHECK(app.press("paste/retry"));
    CHECK_FALSE(app.shows("paste/unavailable"));
    app.find_numbers();
    CHECK(is_checked(app, one));
}

TEST_CASE("an answer that cannot be read is as good as none") {
    App app = ready();
    type_paste(app, one);
    app.on(NumbersFound{app.state.paste.asked, "{}"});
    CHECK(app.shows("paste/unavailable"));
    CHECK_FALSE(app.shows("paste/found"));
}

TEST_CASE("the two pages wait for the same wasm with tickets of their own") {
    App app = on_page();
    const std::uint32_t ticket = app.state.paste.asked;
    app.press("open-message");
    CHECK(app.state.message.asked != ticket);
    app.on(MessageCheckUnavailable{ticket});
    CHECK_FALSE(app.shows("message/unavailable"));
    app.on(NumbersFound{app.state.message.asked, ""});
    CHECK(app.state.message.asked != 0);
}
