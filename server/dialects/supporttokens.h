#pragma once

#include "server/dialects/gate.h"
#include "server/dialects/restcall.h"

namespace deskbell::server::dialects {

namespace support {

enum class UserType { User, Agent };
constexpr auto enumNames(UserType)
{
    return std::array{std::pair{UserType::User, std::string_view("user")},
                      std::pair{UserType::Agent, std::string_view("agent")}};
}

struct UserRequest
{
    QString userId;
    UserType userType = UserType::User;
    std::optional<QString> userHash;
    std::optional<QString> name;

    static constexpr auto fields()
    {
        using json::field;
        return std::tuple{field("userId", &UserRequest::userId, api::shortText),
                          field("userType", &UserRequest::userType, json::orDefault()),
                          field("userHash", &UserRequest::userHash, api::shortText),
                          field("name", &UserRequest::name, api::shortText)};
    }
};

} // namespace support

/// Gives out the web tokens of `support`. Lives on the I/O thread.
class SupportTokens
{
public:
    /// `gate` outlives this.
    explicit SupportTokens(Gate &gate) : m_gate(gate) { }

    void issue(const Call &call);

private:
    void issueToAgent(const Call &call, const QString &userId);

    Gate &m_gate;
};

} // namespace deskbell::server::dialects
