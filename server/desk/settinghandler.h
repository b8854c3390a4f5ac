#pragma once

#include "server/desk/request.h"

namespace deskbell::server {

/// Settings that change while the desk is open.
class SettingHandler
{
public:
    explicit SettingHandler(Request &request) : m_request(request) { }

    Result<api::DeskSettings> handle(const api::SettingsGet &command);
    Result<api::DeskSettings> handle(const api::SettingsUpdate &command);

    /// All of them, whoever asks.
    api::DeskSettings settings();
    /// Whether operators see what visitors write before it is sent.
    bool showsTyping();
    /// How chats are handed out now: as an admin has set it, else as the settings file says.
    api::DeskRouting routingInForce();

private:
    Result<Nothing> check(const api::SettingsUpdate &command);

    Request &m_request;
};

} // namespace deskbell::server
