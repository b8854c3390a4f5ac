#include "console/net/refusal.h"

#include <QCoreApplication>

#include <array>

namespace deskbell::console {

namespace {

struct Refusal
{
    Q_DECLARE_TR_FUNCTIONS(Refusal)
};

struct Entry
{
    ErrorCode code;
    const char *text;
};

constexpr std::array table{
    Entry{ErrorCode::InvalidRequest, QT_TRANSLATE_NOOP("Refusal", "Some of what was filled in is not valid.")},
    Entry{ErrorCode::MalformedJson,
          QT_TRANSLATE_NOOP("Refusal", "The server did not understand the console. Is one of them too old?")},
    Entry{ErrorCode::Unauthenticated, QT_TRANSLATE_NOOP("Refusal", "Please sign in first.")},
    Entry{ErrorCode::InvalidCredentials, QT_TRANSLATE_NOOP("Refusal", "The email address or the password is wrong.")},
    Entry{ErrorCode::InvalidToken, QT_TRANSLATE_NOOP("Refusal", "The session is unknown or has ended.")},
    Entry{ErrorCode::VisitorTokenRequired, QT_TRANSLATE_NOOP("Refusal", "This visitor belongs to somebody else.")},
    Entry{ErrorCode::Forbidden, QT_TRANSLATE_NOOP("Refusal", "You may not do that.")},
    Entry{ErrorCode::VisitorBlocked, QT_TRANSLATE_NOOP("Refusal", "This visitor is blocked.")},
    Entry{ErrorCode::NotFound, QT_TRANSLATE_NOOP("Refusal", "There is nothing here.")},
    Entry{ErrorCode::ChatNotFound, QT_TRANSLATE_NOOP("Refusal", "This chat does not exist, or is not yours to see.")},
    Entry{ErrorCode::OperatorNotFound, QT_TRANSLATE_NOOP("Refusal", "There is no such colleague.")},
    Entry{ErrorCode::VisitorNotFound, QT_TRANSLATE_NOOP("Refusal", "There is no such visitor.")},
    Entry{ErrorCode::MessageNotFound, QT_TRANSLATE_NOOP("Refusal", "There is no such message in the chat.")},
    Entry{ErrorCode::CannedNotFound, QT_TRANSLATE_NOOP("Refusal", "There is no such canned reply.")},
    Entry{ErrorCode::ApiKeyNotFound, QT_TRANSLATE_NOOP("Refusal", "There is no such API key.")},
    Entry{ErrorCode::AttachmentNotFound, QT_TRANSLATE_NOOP("Refusal", "There is no such file.")},
    Entry{ErrorCode::DepartmentNotFound, QT_TRANSLATE_NOOP("Refusal", "There is no such department.")},
    Entry{ErrorCode::UnknownOperation,
          QT_TRANSLATE_NOOP("Refusal", "This server cannot do that. It is older than the console.")},
    Entry{ErrorCode::MethodNotAllowed, QT_TRANSLATE_NOOP("Refusal", "This server cannot do that in this way.")},
    Entry{ErrorCode::ChatAlreadyClaimed, QT_TRANSLATE_NOOP("Refusal", "Somebody else has claimed this chat.")},
    Entry{ErrorCode::ChatEnded, QT_TRANSLATE_NOOP("Refusal", "This chat has ended.")},
    Entry{ErrorCode::ChatNotActive, QT_TRANSLATE_NOOP("Refusal", "Nobody holds this chat yet.")},
    Entry{ErrorCode::ChatChanged,
          QT_TRANSLATE_NOOP("Refusal", "Somebody else has just changed this chat. Please try again.")},
    Entry{ErrorCode::NoOffer, QT_TRANSLATE_NOOP("Refusal", "This chat is not offered to anybody any more.")},
    Entry{ErrorCode::CapacityReached,
          QT_TRANSLATE_NOOP("Refusal", "This colleague has as many chats as they can take.")},
    Entry{ErrorCode::OperatorUnavailable, QT_TRANSLATE_NOOP("Refusal", "This colleague cannot take chats now.")},
    Entry{ErrorCode::NoOperatorAvailable, QT_TRANSLATE_NOOP("Refusal", "Nobody has a free place.")},
    Entry{ErrorCode::AlreadyRated, QT_TRANSLATE_NOOP("Refusal", "A rating can be changed once.")},
    Entry{ErrorCode::ClientIdReused, QT_TRANSLATE_NOOP("Refusal", "This message was sent already, with other words.")},
    Entry{ErrorCode::MessageDeleted, QT_TRANSLATE_NOOP("Refusal", "This message was deleted.")},
    Entry{ErrorCode::OperatorExists, QT_TRANSLATE_NOOP("Refusal", "Somebody with this address exists already.")},
    Entry{ErrorCode::CannedExists, QT_TRANSLATE_NOOP("Refusal", "A canned reply with this shortcut exists already.")},
    Entry{ErrorCode::ApiKeyExists, QT_TRANSLATE_NOOP("Refusal", "An API key with this name exists already.")},
    Entry{ErrorCode::LastAdmin, QT_TRANSLATE_NOOP("Refusal", "The desk would have no admin left.")},
    Entry{ErrorCode::DepartmentExists, QT_TRANSLATE_NOOP("Refusal", "A department of this name exists already.")},
    Entry{ErrorCode::AttachmentComplete, QT_TRANSLATE_NOOP("Refusal", "This file was sent already.")},
    Entry{ErrorCode::PayloadTooLarge, QT_TRANSLATE_NOOP("Refusal", "That is more than the server takes at once.")},
    Entry{ErrorCode::UnsupportedMediaType, QT_TRANSLATE_NOOP("Refusal", "The server does not take data of this kind.")},
    Entry{ErrorCode::TooManyRequests,
          QT_TRANSLATE_NOOP("Refusal", "Too many attempts. Please try again a little later.")},
    Entry{ErrorCode::Internal, QT_TRANSLATE_NOOP("Refusal", "The server could not do that. Its log says why.")},
    Entry{ErrorCode::StorageFull, QT_TRANSLATE_NOOP("Refusal", "The server's disk is full. Nothing was stored.")},
    Entry{ErrorCode::Busy,
          QT_TRANSLATE_NOOP("Refusal", "The server has too much to do. Please try again a little later.")},
    Entry{ErrorCode::ShuttingDown,
          QT_TRANSLATE_NOOP("Refusal", "The server is stopping. Please try again in a moment.")},
    Entry{ErrorCode::Disconnected, QT_TRANSLATE_NOOP("Refusal", "The connection was lost before the answer came.")},
};

} // namespace

Error inOurWords(Error error)
{
    // Who has it is worth a name, which the server's sentence begins with.
    constexpr QLatin1String claimed(" has claimed this chat.");
    if (error.code == ErrorCode::ChatAlreadyClaimed && error.message.endsWith(claimed)) {
        error.message = Refusal::tr("%1 has claimed this chat.").arg(error.message.chopped(claimed.size()));
        return error;
    }
    const bool ofOurs = error.code == ErrorCode::Disconnected;
    const bool isNews = error.code == ErrorCode::Internal && error.message != defaultMessage(ErrorCode::Internal);
    if ((ofOurs || isNews) && !error.message.isEmpty() && error.message != defaultMessage(error.code))
        return error;
    if (error.code == ErrorCode::TooManyRequests && error.retryAfterSeconds > 0) {
        error.message =
            Refusal::tr("Too many attempts. Please try again in %n second(s).", nullptr, error.retryAfterSeconds);
        return error;
    }
    const auto *found =
        std::find_if(table.begin(), table.end(), [&error](const Entry &each) { return each.code == error.code; });
    if (found != table.end())
        error.message = Refusal::tr(found->text);
    return error;
}

} // namespace deskbell::console
