#include "server/desk/dispatcher.h"

#include "server/desk/access.h"
#include "server/desk/accounthandler.h"
#include "server/desk/addresshandler.h"
#include "server/desk/apikeyhandler.h"
#include "server/desk/attachmenthandler.h"
#include "server/desk/audithandler.h"
#include "server/desk/cannedhandler.h"
#include "server/desk/chatdetailhandler.h"
#include "server/desk/chathandler.h"
#include "server/desk/departmenthandler.h"
#include "server/desk/frontdeskhandler.h"
#include "server/desk/handoverhandler.h"
#include "server/desk/messagehandler.h"
#include "server/desk/notehandler.h"
#include "server/desk/operatorhandler.h"
#include "server/desk/receipthandler.h"
#include "server/desk/revisionhandler.h"
#include "server/desk/searchhandler.h"
#include "server/desk/sessionhandler.h"
#include "server/desk/settinghandler.h"
#include "server/desk/statshandler.h"
#include "server/desk/typinghandler.h"
#include "server/desk/visitorhandler.h"
#include "server/desk/webhookhandler.h"

namespace deskbell::server {

namespace {

/// The first handler that takes the command. A command that none takes does not compile.
template <class Handler, class... Others, class Command>
Result<typename Command::Answer> handleBy(Request &request, const Command &command)
{
    if constexpr (requires(Handler handler) { handler.handle(command); })
        return Handler(request).handle(command);
    else
        return handleBy<Others...>(request, command);
}

} // namespace

Result<QByteArray> dispatch(Request &request, const api::Command &command)
{
    return std::visit(
        [&]<class Command>(const Command &each) -> Result<QByteArray> {
            if (const auto allowed = Access::check(request, Command::operation); !allowed)
                return allowed.error();
            const auto answer =
                handleBy<ChatHandler, HandoverHandler, ChatDetailHandler, NoteHandler, DepartmentHandler,
                         MessageHandler, RevisionHandler, ReceiptHandler, SearchHandler, TypingHandler, OperatorHandler,
                         AccountHandler, VisitorHandler, SessionHandler, AuditHandler, CannedHandler, ApiKeyHandler,
                         SettingHandler, StatsHandler, AddressHandler, AttachmentHandler, WebhookHandler,
                         FrontDeskHandler>(request, each);
            if (!answer)
                return answer.error();
            const QByteArray &ready = request.outbox.answer();
            return ready.isEmpty() ? json::encode(*answer) : ready;
        },
        command);
}

const api::Operation &operationOf(const api::Command &command)
{
    return std::visit([]<class Command>(const Command &) -> const api::Operation & { return Command::operation; },
                      command);
}

} // namespace deskbell::server
