#pragma once

#include "tests/bench/generator/ledger.h"
#include "tests/bench/generator/loop.h"

#include <memory>

namespace deskbell::bench {

/// Where the server under test listens, and the accounts that it has.
struct Address
{
    sockaddr_in server{};
    std::uint32_t operators = 20;
    /// `%` stands for the operator's number, 1, 2, 3 ….
    std::string email = "bench%@example.com";
    std::string password;
};

/// The people of a benchmark: operators logged in, and visitors, each with one chat that an operator has claimed.
/// Owns every participant. What fails here throws std::runtime_error, for there is nothing to measure then.
class Desk
{
public:
    Desk(Loop &loop, Ledger &ledger, Address address);

    /// Fills the ledger's lanes with `count` chats, shared out evenly among the operators. In every second one the
    /// operator sends and the visitor receives.
    void openChats(std::uint32_t count);
    /// Connects `count` visitors who do nothing.
    void addIdleVisitors(std::uint32_t count);
    /// Asks the server how many messages each chat has, and reports a lane where that is not what was delivered.
    void compareWithServer();

private:
    Participant &add(Role role);
    void loginOperators();
    void openChat(Lane &lane, Participant &visitor, Participant &whose);
    /// Runs the loop until `finished` steps have been reported, or gives up.
    void await(const std::uint32_t &finished, std::uint32_t expected, const char *what);
    /// Runs `step` for 0 … count - 1 with a few of them on their way at once; a step reports its end by `++finished`.
    void inParallel(std::uint32_t count, const char *what, const std::function<void(std::uint32_t)> &step);

    Loop &m_loop;
    Ledger &m_ledger;
    Address m_address;
    std::vector<std::unique_ptr<Participant>> m_operators;
    std::vector<std::unique_ptr<Participant>> m_visitors;
    std::uint32_t m_finished = 0;
};

} // namespace deskbell::bench
