import { FinderView, type FinderProps } from '../../../features/capture/finder-view'
import { camera } from '../camera'

export const Finder = (props: FinderProps) => <FinderView {...props} camera={camera} />
