#include "web/fetch.h"

#include <emscripten.h>
#include <emscripten/eventloop.h>
#include <emscripten/fetch.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/answer.h"
#include "web/inbox.h"

extern "C" {
bool fetch_is_address(const char* text);
bool fetch_is_online();
void fetch_probe(const char* address, int deadline_ms, std::uint32_t test);
void answer_read(std::uint32_t ticket, std::int32_t status, const char* dialect, const char* number,
                 const char* body);
}

namespace web::fetch {

namespace {

using postal::Fault;

enum class Purpose : std::uint8_t { answer, test };

struct Request {
    Purpose purpose;
    std::uint32_t ticket = 0;
    std::string url;
    std::string number = {}, dialect = {};  ///< of an answer another wasm reads
    emscripten_fetch_t* handle = nullptr;   ///< none while it waits for its turn
    int timer = 0;
};

// The handle's userData points to the Request as long as the Request is open; a handle without one is
// closing, and whatever it still says is not heard. (Closing a handle in flight calls its onerror again.)
std::vector<std::unique_ptr<Request>> requests;
std::uint32_t last_test = 0;
constexpr int test_step_ms = deadline_ms / 2;  // a test may take two requests

postal::Instant now() { return static_cast<postal::Instant>(emscripten_date_now()); }

void start_waiting();

std::unique_ptr<Request> take_out(const Request* request) {
    const auto found = std::ranges::find(requests, request, &std::unique_ptr<Request>::get);
    std::unique_ptr<Request> taken = std::move(*found);
    requests.erase(found);
    emscripten_clear_timeout(taken->timer);
    if (taken->handle) taken->handle->userData = nullptr;
    return taken;
}

void close_later(emscripten_fetch_t* handle) {
    // The handle's own script still uses it after the callback we are in.
    emscripten_set_timeout([](void* done) { emscripten_fetch_close(static_cast<emscripten_fetch_t*>(done)); },
                           0, handle);
}

void put_test(app::Connection result) { inbox::put(app::ConnectionTested{result, now()}); }

void fail(std::unique_ptr<Request> request, Fault fault) {
    if (request->purpose == Purpose::answer) {
        inbox::put(app::FetchFailed{request->ticket, fault, now()});
    } else if (fault == Fault::offline) {
        put_test(app::Connection::offline);
    } else if (fault == Fault::too_large) {
        put_test(app::Connection::not_a_proxy);
    } else if (fault == Fault::not_reachable && request->handle) {
        fetch_probe(request->url.c_str(), test_step_ms, request->ticket);
    } else {
        put_test(app::Connection::not_reachable);
    }
}

/// In flight or waiting: at once, so that no further byte of it is taken in.
void stop(const Request* request, Fault fault) {
    std::unique_ptr<Request> stopped = take_out(request);
    if (stopped->handle) emscripten_fetch_close(stopped->handle);
    if (fault != Fault::cancelled) fail(std::move(stopped), fault);
    start_waiting();
}

/// As the proxy's template writes it (shell/serve/templates/postwatch.conf.template).
app::Connection read_status(int status, std::string body) {
    std::erase_if(body, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    const auto says = [&](std::string_view field) { return body.find(field) != std::string::npos; };
    if (status != 200 || !body.starts_with('{') || !says(R"("service":"postwatch-proxy")")) {
        return app::Connection::not_a_proxy;
    }
    return says(R"("allowed":true)") ? app::Connection::works : app::Connection::not_allowed;
}

/// Value of a header named in lower case, empty when it is absent or hidden from this page.
std::string header(emscripten_fetch_t* handle, std::string_view name) {
    std::string all(emscripten_fetch_get_response_headers_length(handle) + 1, '\0');
    emscripten_fetch_get_response_headers(handle, all.data(), all.size());
    for (std::string_view rest = all; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        // XMLHttpRequest gives the names in lower case.
        if (!line.starts_with(name) || line.substr(name.size(), 2) != ": ") continue;
        const std::string_view value = line.substr(name.size() + 2);
        return std::string(value.substr(0, value.find_last_not_of('\r') + 1));
    }
    return {};
}

// ---- callbacks --------------------------------------------------------------------------------------------

Request* request_of(emscripten_fetch_t* handle) {
    auto* request = static_cast<Request*>(handle->userData);
    if (request) request->handle = handle;  // not yet known when it fails inside emscripten_fetch
    return request;
}

/// In a dialect that is not read here, another wasm reads it first; at most at_once_limit wait for that.
std::vector<app::AnswerArrived> unread;

void answer(app::AnswerArrived arrived, const Request& request) {
    if (request.dialect.empty()) return inbox::put(std::move(arrived));
    answer_read(arrived.ticket, arrived.status, request.dialect.c_str(), request.number.c_str(),
                arrived.body.c_str());
    arrived.body.clear();
    unread.push_back(std::move(arrived));
}

void on_end(emscripten_fetch_t* handle) {
    Request* request = request_of(handle);
    if (!request) return;
    std::unique_ptr<Request> ended = take_out(request);
    close_later(handle);
    if (handle->status == 0) {
        fail(std::move(ended), fetch_is_online() ? Fault::not_reachable : Fault::offline);
    } else if (handle->numBytes > formats::answer_size_limit) {
        fail(std::move(ended), Fault::too_large);
    } else {
        std::string body(handle->data ? handle->data : "", static_cast<std::size_t>(handle->numBytes));
        if (ended->purpose == Purpose::test) {
            put_test(read_status(handle->status, std::move(body)));
        } else {
            answer({ended->ticket, handle->status, std::move(body), header(handle, "retry-after"), now()},
                   *ended);
        }
    }
    start_waiting();
}

// The body is copied into our memory only when all of it is there, and without asking whether it fits. The
// last progress comes before that.
void on_progress(emscripten_fetch_t* handle) {
    Request* request = request_of(handle);
    if (request && handle->dataOffset > formats::answer_size_limit) stop(request, Fault::too_large);
}

void on_ready_state(emscripten_fetch_t* handle) {
    constexpr int headers_received = 2;
    Request* request = request_of(handle);
    if (!request || handle->readyState != headers_received) return;
    const std::string length = header(handle, "content-length");
    std::uint64_t bytes = 0;
    const auto read = std::from_chars(length.data(), length.data() + length.size(), bytes);
    if (read.ec == std::errc::result_out_of_range || bytes > formats::answer_size_limit) {
        stop(request, Fault::too_large);
    }
}

void on_deadline(void* request) { stop(static_cast<Request*>(request), Fault::timed_out); }

// ---- starting ---------------------------------------------------------------------------------------------

void start(Request* request) {
    emscripten_fetch_attr_t attributes;
    emscripten_fetch_attr_init(&attributes);
    // REPLACE: never from IndexedDB behind our back.
    attributes.attributes = EMSCRIPTEN_FETCH_LOAD_TO_MEMORY | EMSCRIPTEN_FETCH_REPLACE;
    std::ranges::copy("GET", attributes.requestMethod);
    attributes.userData = request;
    attributes.onsuccess = on_end;
    attributes.onerror = on_end;
    attributes.onprogress = on_progress;
    attributes.onreadystatechange = on_ready_state;
    emscripten_fetch_t* handle = emscripten_fetch(&attributes, request->url.c_str());
    if (!handle) {
        stop(request, Fault::not_reachable);  // out of memory
    } else if (handle->userData) {
        request->handle = handle;
    }
}

void start_waiting() {
    const auto in_flight =
        std::ranges::count_if(requests, [](const auto& request) { return request->handle; });
    const auto next = std::ranges::find(requests, nullptr, &Request::handle);
    if (in_flight < at_once_limit && next != requests.end()) start(next->get());
}

void open(Request request, int deadline) {
    if (!fetch_is_address(request.url.c_str())) {
        return fail(std::make_unique<Request>(std::move(request)), Fault::not_reachable);
    }
    Request* opened = requests.emplace_back(std::make_unique<Request>(std::move(request))).get();
    opened->timer = emscripten_set_timeout(on_deadline, deadline, opened);
    start_waiting();
}

void cancel(Purpose purpose, std::uint32_t ticket) {
    const auto found = std::ranges::find_if(requests, [&](const auto& request) {
        return request->purpose == purpose && request->ticket == ticket;
    });
    if (found != requests.end()) stop(found->get(), Fault::cancelled);
}

}  // namespace

void ask(const app::FetchAnswer& question) {
    open({.purpose = Purpose::answer,
          .ticket = question.ticket,
          .url = question.url,
          .number = question.number,
          .dialect = question.dialect},
         deadline_ms);
}

void cancel(const app::CancelFetch& question) { cancel(Purpose::answer, question.ticket); }

void test(const app::TestConnection& question) {
    cancel(Purpose::test, last_test);
    open({.purpose = Purpose::test, .ticket = ++last_test, .url = question.proxy + "/v1/status"},
         test_step_ms);
}

}  // namespace web::fetch

/// `record`: formats/answer_record.h; empty when the other wasm could not be had.
extern "C" EMSCRIPTEN_KEEPALIVE void postwatch_answer_read(const char* record, std::uint32_t ticket) {
    using namespace web::fetch;
    const auto waiting = std::ranges::find(unread, ticket, &app::AnswerArrived::ticket);
    if (waiting == unread.end()) return;
    app::AnswerArrived arrived = std::move(*waiting);
    unread.erase(waiting);
    if (*record == 0) return web::inbox::put(app::FetchFailed{ticket, Fault::broken_json, now()});
    arrived.body = record;
    web::inbox::put(std::move(arrived));
}

extern "C" EMSCRIPTEN_KEEPALIVE void postwatch_fetch_probed(std::uint32_t test, bool answered) {
    using namespace web::fetch;
    if (test != last_test) return;
    // A proxy of ours lets everyone read its status: what answers unreadably is something else.
    put_test(answered ? app::Connection::not_a_proxy : app::Connection::not_reachable);
}
