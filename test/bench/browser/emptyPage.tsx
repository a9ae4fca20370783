/** A page with nothing but Fluent UI: what the pane and the workbench are compared with. */
import { Button, FluentProvider, webLightTheme } from '@fluentui/react-components';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function EmptyPage() {
  const [clicked, setClicked] = useState(false);
  return (
    <FluentProvider theme={webLightTheme}>
      <Button
        appearance="primary"
        onClick={() => {
          setClicked(true);
        }}
      >
        Start
      </Button>
      {clicked ? <p role="status">Done</p> : null}
    </FluentProvider>
  );
}

const container = document.getElementById('page');
if (container) createRoot(container).render(<EmptyPage />);
