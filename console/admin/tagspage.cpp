#include "console/admin/tagspage.h"

#include "console/admin/editform.h"
#include "console/admin/recordpanel.h"
#include "console/admin/tagsedit.h"

namespace deskbell::console {

TagsPage::TagsPage(const AdminContext &context, QWidget *parent)
    : SettingsPage(context,
                   {QStringLiteral("tags"), QStringLiteral("tag"), tr("Tags"),
                    tr("What chats are sorted by. Operators are offered these first, in this order, and may write "
                       "others.")},
                   parent),
      m_tags(new TagsEdit(context.theme, this))
{
    EditForm &form = panel().form();
    form.add(
        QStringLiteral("tags"), tr("The desk's tags"), m_tags, [this] { return QVariant(m_tags->tags()); },
        [this](const QVariant &value) { m_tags->setTags(value.toStringList()); });
    form.addHint(tr("Drag a tag to where it belongs. Chats that have a tag keep it when it is renamed or removed "
                    "here."));
    connect(m_tags, &TagsEdit::changed, &form, &EditForm::takeChange);
}

void TagsPage::fill(const api::DeskSettings &settings)
{
    m_tags->setTags(settings.tags);
}

api::SettingsUpdate TagsPage::wanted() const
{
    api::SettingsUpdate update;
    update.tags = m_tags->tags();
    return update;
}

QByteArray TagsPage::content(const api::DeskSettings &settings) const
{
    return QStringList(settings.tags).join(QLatin1Char('\n')).toUtf8() + '\n'; // not null where there are none
}

} // namespace deskbell::console
