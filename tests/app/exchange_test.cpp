#include "doctest/doctest.h"
#include "formats/backup.h"
#include "formats/share_link.h"
#include "tests/app/driver.h"

using namespace driver;

namespace {

const std::string consented = R"({"version":1,"consented":["upu-gtt"]})";

std::string fragment_of(std::initializer_list<std::string> numbers) {
    std::string fragment = "n=";
    for (const std::string& number : numbers) fragment += (fragment.size() > 2 ? "," : "") + number;
    return fragment;
}

std::string everything(const App& app) {
    App copy = app;
    copy.on(ExportAsked{});
    return first<SaveFile>(copy.effects)->text;
}

}  // namespace

TEST_CASE("a shared link offers and never adds by itself") {
    App app = started({}, consented);
    app.on(FragmentArrived{fragment_of({number_of(1), number_of(2)})});
    CHECK(first<ClearFragment>(app.effects));
    CHECK(app.effects.size() == 1);
    CHECK(app.state.items.empty());
    CHECK(contains(app.words("offer"), "A link offers 2 items to follow: EE 000 000 01"));
    for (const Action& other : {Action{BecameVisible{noon + day_ms}}, Action{SharedItemsAnswered{false}}}) {
        app.on(other);
        CHECK(app.state.items.empty());
        CHECK_FALSE(first<FetchAnswer>(app.effects));
    }
    CHECK_FALSE(app.shows("offer"));
}

TEST_CASE("accepting the offer adds its numbers and asks for them") {
    App app = started({}, consented);
    app.on(FragmentArrived{fragment_of({number_of(1), number_of(2)})});
    REQUIRE(app.press("offer/yes"));
    CHECK(app.state.items.size() == 2);
    CHECK(all<FetchAnswer>(app.effects).size() == 2);
    CHECK(app.state.selected == number_of(1));
    CHECK(contains(app.words("status"), "2 items were added."));
    app.on(SharedItemsAnswered{true});
    CHECK(app.state.items.size() == 2);
}

TEST_CASE("faulty numbers of a link are counted and left out, followed ones named as such") {
    App app = started({}, consented);
    app.add(number_of(1));
    app.on(FragmentArrived{fragment_of({number_of(1), number_of(2), "EL123456789CN", "nonsense"})});
    CHECK(contains(app.words("offer"), "A link offers 1 item to follow"));
    CHECK(contains(app.words("offer"), "1 of them is in your list already."));
    CHECK(contains(app.words("offer"), "2 numbers cannot be right and were left out."));
    app.on(SharedItemsAnswered{true});
    CHECK(app.state.items.size() == 2);
}

TEST_CASE("a link that comes before the list was read knows what is followed once it is") {
    App app;
    app.on(english()).on(ConfigArrived{std::string(config_body), ""});
    app.on(FragmentArrived{fragment_of({number_of(1), number_of(2)})});
    app.on(StorageRead{{formats::write_item(labelled(1, "Tea"))}, "", noon});
    CHECK(contains(app.words("offer"), "A link offers 1 item to follow: EE 000 000 02"));
    CHECK(contains(app.words("offer"), "1 of them is in your list already."));
}

TEST_CASE("what is added by hand while a link offers it is no longer new") {
    App app = started({}, consented);
    app.on(FragmentArrived{fragment_of({number_of(1)})}).add(number_of(1));
    CHECK(contains(app.words("offer"), "A link offers only items you follow already."));
}

TEST_CASE("at most 500 numbers of a link are offered") {
    App app = started();
    std::string fragment = "n=";
    for (int i = 0; i < 600; ++i) fragment += number_of(i) + ",";
    app.on(FragmentArrived{fragment});
    CHECK(app.state.offer->fresh.size() == 500);
    CHECK(contains(app.words("offer"), "and 495 more"));
    CHECK(contains(app.words("offer"), "more than 500 numbers"));
}

TEST_CASE("a link without a right number is said to be one, another fragment is nothing") {
    App app = started();
    app.on(FragmentArrived{"n=nonsense"});
    CHECK_FALSE(app.shows("offer"));
    CHECK(contains(app.words("status"), "That link holds no number that could be right."));
    for (const char* other : {"", "top", "N=EE123456785CN", "m=1"}) {
        app.on(FragmentArrived{other});
        CHECK(app.effects.empty());
    }
}

TEST_CASE("the shortcut of the installed app leads to the number field, from every page") {
    for (const auto& [width, page] :
         {std::pair{1280.f, Page::settings}, {390.f, Page::settings}, {390.f, Page::item}}) {
        App app = started({formats::write_item(labelled(1, "Tea"))});
        app.on(ViewportChanged{width, 800}).on(PageOpened{page, number_of(1)});
        app.on(FragmentArrived{"add"});
        REQUIRE(first<MoveFocus>(app.effects));
        CHECK(app.shows(first<MoveFocus>(app.effects)->key));
        CHECK(first<ClearFragment>(app.effects));
    }
}

TEST_CASE("what is shared holds numbers and no label") {
    App app =
        started({formats::write_item(labelled(1, "Secret gift")), formats::write_item(labelled(2, "Lens"))});
    app.on(SamplesAdded{});
    app.on(ItemShared{number_of(1)});
    const ShareText one = *first<ShareText>(app.effects);
    CHECK(one.url == "#n=" + number_of(1));
    CHECK(contains(one.text, postal::grouped(number_of(1))));
    app.on(ItemShared{});
    const ShareText every = *first<ShareText>(app.effects);
    CHECK(formats::read_fragment(every.url).numbers ==
          std::vector{number_of(1), number_of(2)});  // no samples
    CHECK(contains(every.text, "2 items"));
    for (const ShareText& shared : {one, every})
        for (const char* label : {"Secret", "gift", "Lens"}) {
            CHECK_FALSE(contains(shared.text + shared.title + shared.url, label));
        }
    app.on(ItemShared{"EE000000000XX"});
    CHECK(app.effects.empty());
}

TEST_CASE("a shared list arrives whole at the other end") {
    App ours = started();
    for (int i = 0; i < 30; ++i) ours.add(number_of(i, i % 2 ? "RR" : "LP", i % 3 ? "CN" : "FR"));
    ours.on(ItemShared{});
    App theirs = started();
    theirs.on(FragmentArrived{first<ShareText>(ours.effects)->url.substr(1)}).on(SharedItemsAnswered{true});
    CHECK(theirs.state.items.size() == 30);
}

TEST_CASE("every way of handing over is confirmed or its failure told") {
    for (const auto& [how, said] : {std::pair{Handed::copied, "Copied."},
                                    {Handed::shared, "The link was handed over."},
                                    {Handed::saved, "The file was saved."},
                                    {Handed::failed, "The browser did not allow that."}}) {
        App app = started();
        app.on(HandedOver{how});
        CHECK(contains(app.words("status"), said));
    }
}

TEST_CASE("what was exported and imported elsewhere is equal") {
    App ours = started({}, consented);
    ours.type(number_of(1)).on(FieldTyped{FieldId::label, "Tea “杭州” \\ \n😀"});
    ours.on(FieldTyped{FieldId::posted_on, "2026-03-10"}).on(FieldTyped{FieldId::going_to, "FR"});
    ours.on(NumberSubmitted{});
    ours.answer(number_of(1), 200, delivered(number_of(1)), noon);
    ours.add(number_of(2)).answer(number_of(2), 429, "", noon, "60");
    ours.add(number_of(3));
    ours.on(FetchFailed{ours.ticket(number_of(3)), postal::Fault::too_large, noon});
    ours.on(ExportAsked{});
    const SaveFile* file = first<SaveFile>(ours.effects);
    REQUIRE(file);
    CHECK(file->name == "postwatch-2026-03-13.json");

    App theirs = started();
    theirs.on(FileArrived{file->text});
    CHECK(contains(theirs.words("import"),
                   "The file of 13 March 2026 holds 3 items: 3 new, 0 with something to add, 0 the same."));
    CHECK(theirs.state.items.empty());  // not before the user agrees
    REQUIRE(theirs.press("import/yes"));
    REQUIRE(theirs.state.items.size() == 3);
    for (postal::Item item : ours.state.items) {
        postal::Item other = *theirs.item(item.number);
        item.revision = other.revision;
        if (item.number == number_of(1)) item.label = "Tea “杭州” \\  😀";  // a line end becomes a blank
        CHECK(other == item);
    }
    CHECK(all<SaveItem>(theirs.effects).size() == 3);
    CHECK(contains(theirs.words("status"), "3 items were imported or completed."));
}

TEST_CASE("consent and proxy stay where they were given") {
    App ours = started({}, consented);
    ours.on(FieldTyped{FieldId::proxy, "https://proxy.example"}).add(number_of(1));
    App theirs = started();
    theirs.on(FileArrived{everything(ours)}).on(ImportAnswered{true});
    theirs.on(BecameVisible{noon + day_ms});
    CHECK_FALSE(first<FetchAnswer>(theirs.effects));
    CHECK(theirs.shows("consent"));
    CHECK(theirs.state.settings.proxy.empty());
}

TEST_CASE("an import completes what is there and takes nothing away") {
    postal::Item ours = labelled(1, "Tea"), theirs = labelled(1, "Old tea");
    postal::take_answer(ours, "upu-gtt", told_scans({scan("EMA", 1'773'000'000)}), noon);
    theirs.changed_at = noon - 2 * day_ms;
    postal::take_answer(theirs, "upu-gtt", told_scans({scan("EMB", 1'772'000'000)}), noon - hour_ms);
    App app = started({formats::write_item(ours), formats::write_item(labelled(2, "Same"))});
    const std::string file =
        formats::write_backup({theirs, labelled(2, "Same"), labelled(3, "New")}, {}, noon);
    app.on(FileArrived{file});
    CHECK(contains(app.words("import"), "3 items: 1 new, 1 with something to add, 1 the same."));
    app.on(ImportAnswered{true});
    CHECK(app.state.items.size() == 3);
    CHECK(app.item(number_of(1))->label == "Tea");
    CHECK(app.record(number_of(1))->events.size() == 2);
    CHECK(all<SaveItem>(app.effects).size() == 2);  // what stays the same is not written
    CHECK(contains(app.words("status"), "2 items were imported"));
}

TEST_CASE("leaving an import changes nothing") {
    App app = started();
    app.on(FileArrived{formats::write_backup({labelled(1, "Tea")}, {}, noon)});
    REQUIRE(app.press("import/no"));
    CHECK(app.state.items.empty());
    CHECK_FALSE(app.shows("import"));
    app.on(ImportAnswered{true});
    CHECK(app.state.items.empty());
}

TEST_CASE("a file that cannot be used says why") {
    const std::string good = formats::write_backup({labelled(1, "Tea"), labelled(2, "Lens")}, {}, noon);
    std::string newer = good;
    newer.replace(newer.find("\"version\":1"), 11, "\"version\":9");
    const struct {
        std::string text;
        FileFault fault;
        const char* said;
    } rows[] = {
        {"hello", FileFault::none, "That file is not an export of Postwatch."},
        {"{}", FileFault::none, "That file is not an export of Postwatch."},
        {newer, FileFault::none, "That file was written by a newer version."},
        {good.substr(0, good.size() / 2), FileFault::none, "That file is damaged or cut off."},
        {"", FileFault::too_large, "That file is larger than 50 MB."},
        {"", FileFault::unreadable, "That file could not be read."},
    };
    for (const auto& row : rows) {
        App app = started();
        app.on(FileArrived{row.text, row.fault});
        CAPTURE(row.said);
        CHECK(contains(app.words("status"), row.said));
        CHECK_FALSE(app.shows("import"));
    }
}

TEST_CASE("choosing a file for import has a limit") {
    App app = started();
    app.on(PageOpened{Page::settings, {}});
    REQUIRE(app.press("import-file"));
    CHECK(first<ChooseFile>(app.effects)->size_limit == 50'000'000);
}
