#include "server/security/passwords.h"

#include "server/security/secrettoken.h"

#include <array>
#include <sodium.h>

namespace deskbell::server {

namespace {

constexpr int threads = 2;
constexpr int mostWaiting = 64;

} // namespace

Passwords::Passwords(PasswordCost cost) : m_cost(cost)
{
    m_pool.setMaxThreadCount(threads);
    m_nobodysHash = hash(SecretToken::generate().reveal()).value_or(QString());
}

Passwords::~Passwords()
{
    m_pool.clear();
    m_pool.waitForDone();
}

std::optional<QString> Passwords::hash(const QString &password) const
{
    const QByteArray secret = password.toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), secret.constData(), quint64(secret.size()), m_cost.passes,
                              m_cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return std::nullopt;
    return QString::fromLatin1(text.data());
}

Passwords::Verdict Passwords::check(const QString &password, const std::optional<QString> &hash) const
{
    const QByteArray secret = password.toUtf8();
    const QByteArray text = hash.value_or(m_nobodysHash).toLatin1();
    const bool right = crypto_pwhash_str_verify(text.constData(), secret.constData(), quint64(secret.size())) == 0;
    Verdict verdict{.matches = right && hash.has_value(), .betterHash = std::nullopt};
    if (verdict.matches && crypto_pwhash_str_needs_rehash(text.constData(), m_cost.passes, m_cost.memoryBytes) != 0)
        verdict.betterHash = this->hash(password);
    return verdict;
}

template <class T>
void Passwords::onPool(std::function<T()> work, std::function<void(T)> done)
{
    if (m_waiting >= mostWaiting + threads) {
        Error error(ErrorCode::Busy);
        error.retryAfterSeconds = 2;
        done(error);
        return;
    }
    ++m_waiting;
    m_pool.start([this, work = std::move(work), done = std::move(done)] {
        QMetaObject::invokeMethod(
            this,
            [this, result = work(), done] {
                --m_waiting;
                done(result);
            },
            Qt::QueuedConnection);
    });
}

void Passwords::verify(const QString &password, const std::optional<QString> &hash,
                       std::function<void(Result<Verdict>)> done)
{
    onPool<Result<Verdict>>([this, password, hash] { return check(password, hash); }, std::move(done));
}

void Passwords::change(const Change &wanted, std::function<void(Result<QString>)> done)
{
    onPool<Result<QString>>(
        [this, wanted]() -> Result<QString> {
            if (wanted.proof && !check(wanted.proof->password, wanted.proof->hash).matches)
                return ErrorCode::InvalidCredentials;
            const auto made = hash(wanted.password);
            if (!made)
                return ErrorCode::Internal;
            return *made;
        },
        std::move(done));
}

} // namespace deskbell::server
