// The draft was changed elsewhere while it was written here: whose words it keeps is for its owner to say.
import type { EditorState } from '#app/features/campaign/editor-typing';
import { go } from '#app/features/go';
import { ownerPages } from '#app/features/owner-pages';
import { desk } from '#app/features/this-desk';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';

const { editor } = desk;

export function RivalSheet({ state, onSave }: { readonly state: EditorState; readonly onSave: () => void }) {
  const says = useOwnersWords().owner.editor.rival;
  const { rival, campaignId, saving } = state;
  const look = () => {
    editor.putAside();
    // What is saved is the other one; the form stays open behind that page.
    if (campaignId !== null) go(ownerPages.preview, { id: campaignId });
  };
  return (
    <ConfirmSheet
      id="rival"
      open={rival?.isAsking === true}
      title={says.title}
      effects={says.effects}
      confirmText={says.mine}
      cancelText={says.look}
      busy={saving}
      onConfirm={onSave}
      onClose={editor.putAside}
      onCancel={look}
    />
  );
}
