#pragma once

#include "console/store/draft.h"
#include "console/store/sqlitefile.h"
#include "shared/api/entities.h"
#include "shared/result.h"

#include <QHash>
#include <QList>

#include <memory>
#include <optional>

namespace deskbell::console {

/// A chat as it was last seen.
struct SeenChat
{
    api::Chat chat;
    qint64 countedSeq = 0; ///< Messages up to here were counted.
    int unread = 0;
    bool operator==(const SeenChat &) const = default;
};

/// What an operator saw of a desk and what they typed and did not send, of all accounts of a profile, in a SQLite file.
/// A write outlives the program at once, and the computer's power shortly after: nothing here is the only copy of
/// what somebody sent. Errors are StorageFull or Internal, with what SQLite said.
class DeskStore
{
public:
    /// Makes the file if it is not there. A file that is of another version begins anew: the server has it all.
    static Result<std::unique_ptr<DeskStore>> open(const QString &path);

    QHash<ChatId, Draft> drafts(const QString &account) const;
    /// The files of all drafts of all accounts.
    QList<LetterFile> draftFiles() const;
    /// An empty one is forgotten.
    Result<Nothing> setDraft(const QString &account, const ChatId &chatId, const Draft &draft, Timestamp writtenAt);
    /// Those of all accounts that nobody can send any more, two weeks after they were written: their chats have ended,
    /// or are not known here.
    Result<Nothing> forgetOldDrafts(Timestamp now);

    /// Who the account is; without an id if that is not known.
    api::Operator self(const QString &account) const;
    Result<Nothing> setSelf(const QString &account, const api::Operator &self);
    /// All live chats and the ended ones that were seen last.
    QList<SeenChat> chats(const QString &account) const;
    /// The last messages of a chat that are there without a gap, ascending by seq.
    QList<api::Message> messages(const QString &account, const ChatId &chatId) const;

    std::optional<api::Visitor> visitor(const QString &account, const VisitorId &id) const;

    /// Several writes as one, which is many times quicker.
    Result<Nothing> begin();
    Result<Nothing> commit();
    Result<Nothing> keep(const QString &account, const SeenChat &seen);
    Result<Nothing> keep(const QString &account, const api::Message &message);
    Result<Nothing> keep(const QString &account, const api::Visitor &visitor);
    /// The chat and its messages; a draft stays.
    Result<Nothing> remove(const QString &account, const ChatId &chatId);
    Result<Nothing> removeMessages(const QString &account, const ChatId &chatId);
    Result<Nothing> remove(const QString &account, const VisitorId &id);
    /// All but the drafts.
    Result<Nothing> forget(const QString &account);
    Result<Nothing> forgetDrafts(const QString &account);

private:
    explicit DeskStore(std::unique_ptr<SqliteFile> file) : m_file(std::move(file)) { }
    Result<Nothing> prepareFile();
    Result<Nothing> growDrafts();
    /// What cannot be read is as good as not seen.
    QSqlQuery rows(const QString &sql, const QVariantList &values) const;

    std::unique_ptr<SqliteFile> m_file;
};

} // namespace deskbell::console
