import type {ExtensionContextValue} from '@stripe/ui-extension-sdk/context';
import {TrackedView} from '../TrackedView';

export default function CustomerDetail(context: ExtensionContextValue) {
  return <TrackedView context={context} title="Where this customer came from" />;
}
