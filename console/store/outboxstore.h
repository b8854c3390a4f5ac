#pragma once

#include "console/store/draft.h"
#include "console/store/sqlitefile.h"
#include "shared/clock.h"
#include "shared/result.h"

#include <QCoreApplication>
#include <QList>

#include <memory>
#include <optional>

namespace deskbell::console {

/// A message that the server has not confirmed yet.
struct Letter
{
    ChatId chatId;
    QString clientId;
    QString text;
    Timestamp createdAt;
    std::optional<QString> problem{}; ///< Why the server refused it; without one it waits.
    QList<LetterFile> files{}; ///< What goes along.
    std::optional<qint64> replyToSeq{}; ///< The message of the chat that it answers.
    bool operator==(const Letter &) const = default;
};

/// The letters of all accounts of a profile in a SQLite file. What a call has stored survives the end of the program
/// and of the computer's power. Errors are StorageFull or Internal, with what SQLite said.
class OutboxStore
{
    Q_DECLARE_TR_FUNCTIONS(OutboxStore)

public:
    /// Makes the file if it is not there. Errors: also a file of a newer version.
    static Result<std::unique_ptr<OutboxStore>> open(const QString &path);

    /// In the order in which they were added.
    Result<QList<Letter>> letters(const QString &account) const;
    Result<Nothing> add(const QString &account, const Letter &letter);
    Result<Nothing> setProblem(const QString &account, const Letter &letter);
    /// What has become of its files.
    Result<Nothing> setFiles(const QString &account, const Letter &letter);
    /// The files of all letters of all accounts.
    Result<QList<LetterFile>> files() const;
    Result<Nothing> remove(const QString &account, const ChatId &chatId, const QString &clientId);
    /// All letters of an account.
    Result<Nothing> forget(const QString &account);

private:
    explicit OutboxStore(std::unique_ptr<SqliteFile> file) : m_file(std::move(file)) { }
    Result<Nothing> prepareFile();

    std::unique_ptr<SqliteFile> m_file;
};

} // namespace deskbell::console
