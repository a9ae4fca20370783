/** Where a part of the pane could not be loaded or shown: says so, and offers to load the pane again. */
import { Button, Text } from '@fluentui/react-components';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { hostFaultMessage } from '../../wording/hostFaults';
import type { Language } from '../../wording/language';
import type { PaneTexts } from '../../wording/pane';

interface LoadBoundaryProps {
  readonly texts: PaneTexts;
  readonly language: Language;
  readonly children: ReactNode;
}

interface LoadBoundaryState {
  readonly outcome: 'shown' | 'failed';
}

export class LoadBoundary extends Component<LoadBoundaryProps, LoadBoundaryState> {
  override state: LoadBoundaryState = { outcome: 'shown' };

  static getDerivedStateFromError(): LoadBoundaryState {
    return { outcome: 'failed' };
  }

  override render(): ReactNode {
    const { texts, language, children } = this.props;
    if (this.state.outcome === 'shown') return children;
    return (
      <div role="alert">
        <Text block>{hostFaultMessage({ code: 'notLoaded' }, language)}</Text>
        <Button
          appearance="primary"
          onClick={() => {
            window.location.reload();
          }}
        >
          {texts.reload}
        </Button>
      </div>
    );
  }
}
