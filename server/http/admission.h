#pragma once

#include <QHash>
#include <QHostAddress>

#include <memory>
#include <optional>

namespace deskbell::server {

/// Counts the open connections, in all and for each address, and says whether one more may come in.
class Admission final
{
public:
    /// `perAddress` 0: addresses are not counted.
    Admission(int total, int perAddress);

    enum class Verdict { Welcome, Full, AddressFull };

    struct Counts;
    /// One admitted connection; its place is free again when this goes. May outlive the Admission.
    class Ticket final
    {
    public:
        Ticket(std::shared_ptr<Counts> counts, quint64 key);
        ~Ticket();
        Ticket(Ticket &&) = default;
        Ticket &operator=(Ticket &&) = delete;
        Q_DISABLE_COPY(Ticket)

    private:
        std::shared_ptr<Counts> m_counts; ///< Null once moved from.
        quint64 m_key;
    };

    Verdict judge(const QHostAddress &peer) const;
    /// To be asked after judge() said Welcome.
    Ticket admit(const QHostAddress &peer);
    int count() const;

private:
    int m_total;
    int m_perAddress;
    std::shared_ptr<Counts> m_counts;
};

} // namespace deskbell::server
