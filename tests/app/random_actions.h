// Anything that may happen, in any order: what users do, what networks and storages answer, hostile texts.
// The same seed gives the same story. No text holds a brace: those are for finding sentences that were not
// filled in.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "app/families.h"
#include "tests/app/made_documents.h"

namespace random_actions {

using namespace driver;

class Story {
public:
    explicit Story(std::uint32_t seed) : random_(seed) {}

    std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(random_() % count); }
    bool once_in(std::uint32_t count) { return below(count) == 0; }

    /// `screen`: what is shown of `state`, for the buttons; nullptr for a story without presses of those.
    Action next(const State& state, const Screen* screen) {
        if (!once_in(4)) now_ += below(20) * minute_ms;
        pressed_ = false;
        switch (below(16)) {
            case 0:
            case 1:
            case 2:
            case 3:
                if (screen)
                    if (const Action* press = some_press(*screen)) {
                        pressed_ = true;
                        return *press;
                    }
                return user(state);
            case 4:
            case 5:
            case 6:
            case 7:
            case 8: return user(state);
            case 9:
            case 10:
            case 11: return network(state);
            case 12:
            case 13: return storage(state);
            default: return page();
        }
    }

    /// The last Action was a button of the Screen.
    bool pressed() const { return pressed_; }

    std::string text() {
        static const std::vector<std::string> texts = {"",
                                                       "Tea",
                                                       "Grandma's lens",
                                                       "杭州的茶",
                                                       "مرحبا بالعالم",
                                                       "😀👨‍👩‍👧",
                                                       "<script>alert(1)</script>",
                                                       "a\nb\tc",
                                                       std::string(300, 'w'),
                                                       "\xFF\xFE\xC0",
                                                       "\u202Etxet desrever",
                                                       std::string(90, ' '),
                                                       "％20",
                                                       std::string(40, 'M')};
        return texts[below(static_cast<std::uint32_t>(texts.size()))];
    }

private:
    std::string number() {
        static const char* const services[] = {"EE", "RR", "LZ", "CP", "UA", "WW", "EE", "VV"};
        static const char* const countries[] = {"CN", "FR", "US", "JP", "XX", "QQ", "DE", "CN"};
        const auto serial = static_cast<int>(below(40));
        return number_of(serial, services[below(8)], countries[below(8)]);
    }

    std::string followed(const State& state) {
        return state.items.empty() || once_in(8)
                   ? number()
                   : state.items[below(static_cast<std::uint32_t>(state.items.size()))].number;
    }

    std::string typed() {
        std::string text = number();
        switch (below(6)) {
            case 0: return text.substr(0, below(14));
            case 1: text[below(13)] = static_cast<char>('!' + below(90)); break;
            case 2: text.insert(below(14), below(2) ? " " : "é"); break;
            case 3: return this->text();
            default: break;
        }
        std::erase(text, '{');
        std::erase(text, '}');
        return text;
    }

    std::string pasted() {
        std::string all;
        for (std::uint32_t i = 0, count = below(5); i < count; ++i)
            all += (once_in(2) ? typed() : number()) + (once_in(2) ? "\n" : ", UPS 1Z999AA10123456784 ");
        if (once_in(4)) all += "From: a@b\nMIME-Version: 1.0\n\n" + text();
        std::erase(all, '{');
        return all;
    }

    Action message_check(const State& state) {
        const std::uint32_t asked = state.page == Page::paste ? state.paste.asked : state.message.asked;
        const std::uint32_t ticket = once_in(4) ? below(20) : asked;
        switch (below(5)) {
            case 0: return MessageCheckReady{R"({"senders":[{"id":"royal_mail","name":"Royal Mail"}]})"};
            case 1: return MessageCheckSlow{};
            case 2: return MessageCheckUnavailable{ticket};
            default: return MessageChecked{ticket, once_in(4) ? text() : judgement()};
        }
    }

    std::string judgement() {
        static const char* const verdicts[] = {"official", "lookalike", "suspicious", "unknown", "nothing"};
        std::string hosts, reasons;
        const auto rule = [&] {
            return std::string(
                postal::message_rule_id(static_cast<postal::MessageRule>(below(postal::message_rule_count))));
        };
        for (std::uint32_t i = 0, count = below(4); i < count; ++i) {
            hosts += std::string(i ? "," : "") + R"({"host":"a-very-long-name.post.)" + std::to_string(i) +
                     R"(.example","registrable":"example","verdict":")" + verdicts[below(4)] +
                     R"(","reasons":[{"rule":")" + rule() + R"(","start":0,"end":0}]})";
            reasons += std::string(i ? "," : "") + R"({"rule":")" + rule() + R"(","start":)" +
                       std::to_string(below(9)) + R"(,"end":)" + std::to_string(below(40)) + "}";
        }
        return R"({"verdict":")" + std::string(verdicts[below(5)]) + R"(","hosts":[)" + hosts +
               R"(],"reasons":[)" + reasons + R"(],"numbers":[{"number":"RR123456785CN"}],"safe_route":)" +
               (once_in(3) ? "null" : R"({"country":"CN","host":"ems.com.cn"})") + "}";
    }

    const Action* some_press(const Screen& screen) {
        std::vector<const Action*> presses;
        gather(screen.root, presses);
        return presses.empty() ? nullptr : presses[below(static_cast<std::uint32_t>(presses.size()))];
    }
    static void gather(const Part& part, std::vector<const Action*>& presses) {
        if (part.press && part.enabled) presses.push_back(&*part.press);
        for (const Part& child : part.parts) gather(child, presses);
    }

    std::string language() {
        static const char* const tags[] = {"", "en", "zh-Hans", "tlh"};
        return tags[below(4)];
    }

    Action user(const State& state) {
        switch (below(61)) {
            case 0:
            case 1:
            case 2: {
                std::string text = typed();
                std::size_t caret = once_in(3) ? below(400) : text.size();
                // Browsers put it between characters.
                while (caret > 0 && caret < text.size() && (text[caret] & 0xC0) == 0x80) --caret;
                return FieldTyped{FieldId::tracking_number, std::move(text), caret};
            }
            case 3:
            case 4:
            case 5: return NumberSubmitted{};
            case 6: return LookUpAnyway{};
            case 7: return DetailsToggled{};
            case 8: return PageOpened{static_cast<Page>(below(10)), followed(state)};
            case 9:
                return ListScrolled{below(once_in(5) ? 0xFFFFFFFF : 30), below(once_in(5) ? 0xFFFFFFFF : 30)};
            case 10: return CheckNow{followed(state)};
            case 11: return ItemsChanged{ItemChange::remove, followed(state)};
            case 12: return ChangeUndone{once_in(2) ? 0 : state.last_notice - below(3)};
            case 13: return ItemShared{once_in(3) ? "" : followed(state)};
            case 14: return ConsentAnswered{once_in(2) ? "upu-gtt" : "sample", !once_in(4)};
            case 15: return SamplesAdded{};
            case 16: return SamplesRemoved{};
            case 17: return FieldTyped{FieldId::label, text()};
            case 18: return FieldTyped{FieldId::item_label, text()};
            case 19: return FieldTyped{FieldId::posted_on, once_in(2) ? "2026-03-01" : text()};
            case 20: return FieldTyped{FieldId::going_to, once_in(4) ? text() : once_in(2) ? "FR" : "JP"};
            case 21: return FieldTyped{FieldId::proxy, once_in(2) ? "https://proxy.example" : text()};
            case 22: return ImportAnswered{once_in(2)};
            case 23: return FieldTyped{FieldId::language, language()};
            case 24: return change(state);
            case 25: return change(state);
            case 26:
                return FieldTyped{static_cast<FieldId>(below(25)),
                                  once_in(2) ? text() : std::to_string(below(12))};
            case 27: return FieldTyped{FieldId::search, once_in(3) ? text() : number().substr(below(9), 3)};
            case 28: return FieldTyped{FieldId::new_tag, text()};
            case 29: return TagAdded{once_in(2) ? "" : followed(state)};
            case 30: return TagRemoved{followed(state), text()};
            case 31: return once_in(3) ? Action{ChoosingToggled{}} : Action{ItemChosen{followed(state)}};
            case 32: return AllChosen{};
            case 33: return once_in(3) ? Action{ViewForgotten{text()}} : Action{ViewSaved{}};
            case 34: {
                formats::ListQuery query;
                query.scope = static_cast<formats::ListScope>(below(formats::list_scope_count));
                query.sort = static_cast<formats::ListSort>(below(formats::list_sort_count));
                if (once_in(4))
                    query.group = static_cast<formats::ListGroupKind>(below(formats::list_group_count));
                return ListQueried{std::move(query)};
            }
            case 35: return PageOpened{once_in(2) ? Page::paste : Page::message, {}};
            case 36:
            case 37: return FieldTyped{FieldId::pasted_text, pasted()};
            case 38: return FieldTyped{FieldId::message_text, pasted()};
            case 39: return FieldTyped{FieldId::message_claimed, once_in(2) ? "royal_mail" : text()};
            case 53:
            case 54:
            case 55: return document(state);
            case 51:
            case 52: {
                const std::uint32_t ticket = once_in(8) ? below(20) : state.paste.asked;
                if (once_in(8)) return NumbersFound{ticket, text()};
                return numbers_found({ticket, state.paste.file.empty() ? state.paste.text : state.paste.read,
                                      state.paste.is_eager});
            }
            case 40: return once_in(2) ? Action{EagerToggled{}} : Action{FoundToggled{below(6)}};
            case 41:
                return TextFileArrived{text(), pasted(), static_cast<FileFault>(once_in(4) ? below(4) : 0)};
            case 42: return FoundAdded{};
            case 43:
            case 44: return message_check(state);
            case 45:
            case 46:
                return KeyPressed{static_cast<Key>(below(13)),
                                  once_in(2) ? "row/" + followed(state) : "search", once_in(2)};
            case 47: return once_in(2) ? Action{RowsToggled{}} : Action{SingleKeysToggled{}};
            case 59: return CommandRun{below(once_in(4) ? 60 : 12)};
            case 60:
                return FieldTyped{FieldId::command,
                                  once_in(2) ? text() : std::string(1, static_cast<char>('a' + below(26)))};
            case 58: return IntroductionShown{static_cast<std::uint8_t>(below(5))};
            case 48: return ConsentWithdrawn{once_in(2) ? "upu-gtt" : "none"};
            case 49: return FieldTyped{FieldId::theme, std::to_string(below(6))};
            case 50: return FieldTyped{FieldId::text_size, once_in(2) ? "150" : text()};
            default: return SharedItemsAnswered{once_in(2)};
        }
    }

    /// An answer of the second wasm, mostly to the question that is out.
    Action document(const State& state) {
        const std::uint32_t ticket = once_in(8) ? below(20) : state.document.asked;
        const postal::Item* item = find_item(state, state.selected);
        if (!item || once_in(8))
            return once_in(2) ? Action{DocumentMade{ticket, text()}}
                              : Action{MessageCheckUnavailable{ticket}};
        const auto kind = once_in(2) ? DocumentKind::enquiry : DocumentKind::evidence;
        const MakeDocument make{
            ticket, (once_in(2) ? "en\n\n" : "zh-Hans\nUPU\n\n") + formats::write_item(*item), kind};
        return DocumentMade{ticket, made_documents::document_of(make, "en", now_)};
    }

    Action change(const State& state) {
        return ItemsChanged{static_cast<ItemChange>(below(7)), once_in(3) ? std::string() : followed(state)};
    }

    std::string body(const std::string& number) {
        static const char* const codes[] = {"EMA", "EMB", "EMC", "EMD", "EME", "EMF", "EMG", "EMH",
                                            "EMI", "DLV", "EXB", "EXC", "EDB", "EDC", "ZZZ", ""};
        switch (below(9)) {
            case 0: return "";
            case 1: return "<html>maintenance</html>";
            case 2: return posted(number).substr(0, below(150));
            case 3: return std::string(200, '[');
            case 4: return posted(this->number());
            default: break;
        }
        std::string events;
        for (std::uint32_t i = 0, count = 1 + below(5); i < count; ++i) {
            std::string words = text(), place = once_in(3) ? text() : "PARIS";
            for (std::string* one : {&words, &place})
                std::erase_if(*one, [](char c) { return c == '\n' || c == '\t'; });
            const Instant wall = once_in(20) ? 9'000'000'000'000'000 : now_ - below(20) * 8 * hour_ms;
            events += (i ? "," : "") + event(codes[below(16)], words, wall, place);
        }
        return answer_body(number, events);
    }

    Action network(const State& state) {
        const Ticket* ticket = state.tickets.empty()
                                   ? nullptr
                                   : &state.tickets[below(static_cast<std::uint32_t>(state.tickets.size()))];
        const std::uint32_t id = !ticket || once_in(10) ? below(50) : ticket->id;
        static const std::int32_t statuses[] = {200, 200, 200, 200, 404, 401, 429, 500, 503, 418, 0, -1};
        static const char* const waits[] = {
            "", "60", "-1", "999999999999", "Fri, 13 Mar 2026 12:00:00 GMT", "soon"};
        switch (below(8)) {
            case 0: return FetchFailed{id, static_cast<postal::Fault>(below(12)), now_};
            case 1: return OnlineChanged{!once_in(3), now_};
            case 2: return ConnectionTested{static_cast<Connection>(below(5)), now_};
            default:
                return AnswerArrived{id, statuses[below(12)], body(ticket ? ticket->number : number()),
                                     waits[below(6)], now_};
        }
    }

    postal::Item stored() {
        postal::Item item;
        item.number = number();
        item.label = text();
        item.added_at = now_ - below(1000) * hour_ms;
        item.changed_at = now_ - below(1000) * hour_ms;
        item.revision = below(50);
        if (once_in(2)) item.going_to = "JP";
        if (once_in(2)) postal::take_answer(item, "upu-gtt", {}, now_ - below(1000) * minute_ms);
        if (once_in(4))
            postal::take_fault(item, once_in(2) ? "upu-gtt" : "other", postal::Fault::refused, 0, now_);
        return item;
    }

    std::string record() {
        std::string written = formats::write_item(stored());
        if (once_in(6)) written.resize(below(static_cast<std::uint32_t>(written.size())));
        return written;
    }

    Action storage(const State& state) {
        switch (below(12)) {
            case 0: {
                StorageRead read;
                for (std::uint32_t i = 0, count = below(6); i < count; ++i) read.items.push_back(record());
                if (once_in(2))
                    read.settings = R"({"version":1,"proxy":"https://gone.example","consented":["upu-gtt"]})";
                read.at = now_;
                return read;
            }
            case 1: return StorageFailed{static_cast<StorageFault>(below(4))};
            case 2: return Saved{followed(state), below(60), once_in(3)};
            case 3: {
                std::string changed = once_in(4) ? "" : record();
                return ItemChangedElsewhere{followed(state), std::move(changed)};
            }
            case 4: {
                const postal::Item item = stored();
                return ItemChangedElsewhere{item.number, formats::write_item(item)};
            }
            case 5: return PersistenceAnswered{once_in(2)};
            case 6: {
                std::string file = formats::write_backup({stored(), stored()}, {}, now_);
                if (once_in(4)) file.resize(below(static_cast<std::uint32_t>(file.size())));
                return FileArrived{std::move(file), static_cast<FileFault>(once_in(6) ? below(3) : 0)};
            }
            case 7: return FragmentArrived{"n=" + number() + "," + typed() + "," + number()};
            case 8: return FragmentArrived{once_in(2) ? "add" : text()};
            case 9: return FileComing{};
            case 10: return once_in(4) ? Action{ImportStopped{}} : Action{WorkGoesOn{}};
            default: return HandedOver{static_cast<Handed>(below(4))};
        }
    }

    Action page() {
        switch (below(15)) {
            case 13: {
                std::string text(words_of(once_in(2) ? "en" : "zh-Hans"));
                if (once_in(3)) text.resize(below(static_cast<std::uint32_t>(text.size())));
                return WordsArrived{language(), std::move(text)};
            }
            case 0:
            case 1: {
                LocaleArrived locale = english(now_);
                locale.offset_minutes = static_cast<std::int16_t>(static_cast<int>(below(1700)) - 840);
                if (once_in(3)) locale.month_names.resize(below(13));
                if (once_in(3)) locale.country_names.resize(below(249));
                if (once_in(5)) locale.day_pattern = text();
                if (once_in(5)) locale.countries_by_name = "FRJPX";
                return locale;
            }
            case 2:
            case 3: return ViewportChanged{static_cast<float>(below(2600)), static_cast<float>(below(1600))};
            case 4: return BecameVisible{now_};
            case 5: return ClockTicked{once_in(20) ? 0 : now_};
            case 6:
                return ConfigArrived{once_in(4) ? text() : std::string(config_body),
                                     "https://postwatch.example"};
            case 7: return ConnectionTestAsked{};
            case 8: return once_in(2) ? Action{NoticeDismissed{below(50)}} : Action{WentBack{below(4)}};
            case 9: return once_in(20) ? Action{DrawingLost{}} : Action{PlainViewToggled{}};
            case 10: return UpdateWaiting{};
            case 11: return once_in(2) ? Action{InstallOffered{}} : Action{Installed{}};
            case 12: return ExportAsked{};
            default: return ImportAsked{};
        }
    }

    std::mt19937 random_;
    Instant now_ = noon;
    bool pressed_ = false;
};

}  // namespace random_actions
