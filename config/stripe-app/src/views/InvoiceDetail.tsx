import type {ExtensionContextValue} from '@stripe/ui-extension-sdk/context';
import {TrackedView} from '../TrackedView';

export default function InvoiceDetail(context: ExtensionContextValue) {
  return <TrackedView context={context} title="Where this invoice came from" />;
}
