// What a person does with messages that answer others.
#include "console/models/threadmodel.h"
#include "console/theme/theme.h"
#include "console/views/threadview.h"

#include <QMenu>

namespace deskbell::console {

void ThreadView::addAnswerActions(QMenu &menu, const QModelIndex &index)
{
    if (isAnswerable(index)) {
        const qint64 seq = index.data(ThreadModel::SeqRole).toLongLong();
        menu.addAction(m_theme.icon(QStringLiteral("reply"), Token::Ink2), tr("Reply"), QKeySequence(answerKey), this,
                       [this, seq] { Q_EMIT answerRequested(seq); });
    }
    if (const auto quote = index.data(ThreadModel::QuoteRole).value<Quote>(); quote.seq > 0)
        menu.addAction(m_theme.icon(QStringLiteral("up"), Token::Ink2), tr("Go to the answered message"),
                       QKeySequence(answeredKey), this, [this, seq = quote.seq] { Q_EMIT quotedRequested(seq); });
}

void ThreadView::askForQuoted(int row)
{
    const QVariant quote = model()->index(row, 0).data(ThreadModel::QuoteRole);
    if (quote.isValid() && !quote.value<Quote>().known)
        Q_EMIT quotedMissing(quote.value<Quote>().seq);
}

void ThreadView::retryQuotes()
{
    if (m_rows.count() == 0 || m_rows.end() == 0)
        return;
    const int last = std::min(m_rows.count() - 1, m_rows.rowAt(verticalOffset() + viewport()->height()));
    for (int row = std::max(0, m_rows.rowAt(verticalOffset())); row <= last; ++row)
        askForQuoted(row);
}

} // namespace deskbell::console
